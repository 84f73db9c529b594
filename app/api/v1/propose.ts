import { onlyKeys, privateJson, type StaffCall, staff } from '@/app/api/staff'
import type { AgreementProposal } from '@/lib/domain/types'
import { InvalidInput } from '@/lib/errors'
import { createProposal } from '@/lib/features/proposals/create-proposal'
import { readJson } from '@/lib/http'
import { parsePayload } from '@/lib/schemas/proposal'

/** Whether `?submit=1` asks to submit at once. */
function submits({ address }: StaffCall): boolean {
  onlyKeys(address, ['submit'])
  const given = address.getAll('submit')
  if (given.length === 0) return false
  if (given.length === 1 && given[0] === '1') return true
  const values = { value: given.join(', '), allowed: '1' }
  throw new InvalidInput([{ path: 'submit', code: 'unknown_value', values }])
}

/** Makes a proposal of the row in the body: a draft, or with `?submit=1` a submission. */
export function propose(
  request: Request,
  kind: AgreementProposal,
  reference: string | null,
): Promise<Response> {
  return staff(request, async (call) => {
    const { viewer, key } = call
    const submit = submits(call)
    const baseVersion = kind === 'edit' ? call.version() : undefined
    const payload = parsePayload(kind, await readJson(request))
    const made = await createProposal({
      ...{ viewer, kind, reference, payload, submit, clock: Date.now },
      ...(key !== undefined && { key }),
      ...(baseVersion !== undefined && { baseVersion }),
    })
    const location = `/api/v1/proposals/${made.id}`
    return privateJson(made, { status: 201, version: made.version, location })
  })
}
