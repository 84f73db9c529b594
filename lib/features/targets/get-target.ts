import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type NationalTarget, nationalTarget } from '@/lib/data/target-list'
import { isReference } from '@/lib/domain/literal-lists'
import { NotFound } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'

/** One national target in full. Throws Forbidden, and NotFound on an unknown code. */
export async function getTarget(
  viewer: Viewer,
  code: string,
  filters: Filters,
): Promise<NationalTarget> {
  authorise(viewer, 'portfolio.read')
  if (!isReference(code)) throw new NotFound('target', code)
  const found = await nationalTarget({ filters, ...momentOf(filters), seq: null }, code)
  if (found === null) throw new NotFound('target', code)
  return found
}
