import { knownAttachments } from '@/lib/data/attachments'
import type { Db } from '@/lib/data/client'
import { idsOf, liveRelations, loadAgreements } from '@/lib/data/ledger'
import { type Around, attachmentsOf, type Proposed } from '@/lib/data/plans/plan-proposal'

const NOTHING = { held: new Map(), known: new Set<string>() }

/** What the ledger holds that a proposal may touch. */
export async function aroundOf(db: Db, { kind, subject, payload }: Proposed): Promise<Around> {
  const ids = subject === null ? new Map<string, number>() : await idsOf(db, [subject])
  const [agreement] = await loadAgreements(db, [...ids.values()])
  const related = kind === 'agreement' || kind === 'edit'
  return {
    agreement,
    // Only the relations of a row are judged against all others.
    ...(related ? await liveRelations(db) : NOTHING),
    attachments: await knownAttachments(db, attachmentsOf(payload)),
  }
}
