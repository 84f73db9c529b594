import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { agreementRecords, changesOf, type RecordedChange } from '@/lib/data/agreement-record'
import { snapshot } from '@/lib/data/client'
import { isReference } from '@/lib/domain/literal-lists'
import { holds } from '@/lib/domain/permissions'
import { NotFound } from '@/lib/errors'
import type { Filters } from '@/lib/schemas/filters'
import { type AgreementAt, detailAt } from './detail-at'

/** One agreement on both clocks, and how its record came about. */
export interface AgreementDetail extends AgreementAt {
  /** The latest first. */
  changes: RecordedChange[]
}

/** The public reads what changed and why; the names of people stand there for those with an account (house, history.read). */
function shown(changes: RecordedChange[], named: boolean): RecordedChange[] {
  if (named) return changes
  return changes.map(({ actor, diff, ...change }) => {
    const { author: _author, proposal: _proposal, ...said } = diff
    return { ...change, actor: actor === 'terminal' ? actor : 'staff', diff: said }
  })
}

/** One agreement with its standing in both lanes at (asOf, knownAt) (contract, section 4; method, sections 1 to 10). Throws Forbidden, and NotFound when nothing was known of it then. */
export async function getAgreement(
  viewer: Viewer,
  reference: string,
  filters: Pick<Filters, 'asOf' | 'knownAt'>,
): Promise<AgreementDetail> {
  authorise(viewer, 'portfolio.read')
  // A text that is no reference names nothing, and PostgreSQL takes no NUL to look for.
  if (!isReference(reference)) throw new NotFound('agreement', reference)
  const moment = momentOf(filters)
  const named = viewer.actor !== 'nobody' && holds(viewer.actor, 'history.read')
  return snapshot(async (tx) => {
    const found = (await agreementRecords(tx, [reference], moment)).get(reference)
    if (!found) throw new NotFound('agreement', reference)
    const changes = await changesOf(tx, reference, moment)
    return { ...detailAt(found, moment), changes: shown(changes, named) }
  })
}
