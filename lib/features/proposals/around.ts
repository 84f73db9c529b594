import { knownAttachments } from '@/lib/data/attachments'
import type { Db } from '@/lib/data/client'
import { idsOf, liveRelations, loadAgreements } from '@/lib/data/ledger'
import type { HeldApart } from '@/lib/data/plans/plan-apart'
import { type Around, attachmentsOf, type Proposed } from '@/lib/data/plans/plan-proposal'
import { loadRates } from '@/lib/data/rates'
import { loadTargets } from '@/lib/data/targets'
import { type ApartProposal, isApart } from '@/lib/domain/types'

const NOTHING = { held: new Map(), known: new Set<string>() }
/** Of what is about agreements. */
export const NOTHING_APART: HeldApart = { targets: new Map(), rates: new Map() }

/** What the ledger holds of a kind that stands beside the agreements. */
export async function heldApart(db: Db, kind: ApartProposal): Promise<HeldApart> {
  return kind === 'target'
    ? { ...NOTHING_APART, targets: await loadTargets(db) }
    : { ...NOTHING_APART, rates: await loadRates(db) }
}

/** What the ledger holds that a proposal may touch. */
export async function aroundOf(db: Db, { kind, subject, payload }: Proposed): Promise<Around> {
  if (isApart(kind)) {
    const apart = await heldApart(db, kind)
    return { agreement: undefined, ...NOTHING, attachments: new Set(), apart }
  }
  const ids = subject === null ? new Map<string, number>() : await idsOf(db, [subject])
  const [agreement] = await loadAgreements(db, [...ids.values()])
  const related = kind === 'agreement' || kind === 'edit'
  return {
    agreement,
    // Only the relations of a row are judged against all others.
    ...(related ? await liveRelations(db) : NOTHING),
    attachments: await knownAttachments(db, attachmentsOf(payload)),
    apart: NOTHING_APART,
  }
}
