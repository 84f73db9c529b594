import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { InvalidInput } from '@/lib/errors'
import { findOrganisations } from '@/lib/features/organisations/find-organisations'
import { findPeople } from '@/lib/features/people/find-people'

const KINDS = ['company', 'government', 'person'] as const

/** Names that are like the one typed: what a field offers as “did you mean”. */
export function GET(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, ['q', 'kind'])
    const given = address.get('kind') ?? 'company'
    const kind = KINDS.find((known) => known === given)
    if (!kind) {
      const values = { value: given, allowed: KINDS.join(', ') }
      throw new InvalidInput([{ path: 'kind', code: 'unknown_value', values }])
    }
    const q = address.get('q') ?? ''
    const data =
      kind === 'person' ? await findPeople(viewer, q) : await findOrganisations(viewer, q, kind)
    return privateJson({ data })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
