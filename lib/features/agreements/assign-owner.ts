import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { head, lockChain } from '@/lib/data/changes'
import { transaction } from '@/lib/data/client'
import { idsOf, loadAgreements } from '@/lib/data/ledger'
import { ownerOf, possibleOwners } from '@/lib/data/owners'
import { writeRecords } from '@/lib/data/write'
import { isReference } from '@/lib/domain/literal-lists'
import { STAFF_ROLES } from '@/lib/domain/permissions'
import type { Instant } from '@/lib/domain/types'
import { InvalidInput, NotFound, Refused } from '@/lib/errors'

/** Who is to look after an agreement, and who did so on the screen; null for nobody. */
export interface AssignOwnerInput {
  viewer: Viewer
  reference: string
  owner: string | null
  seen: string | null
  clock: () => Instant
}

/**
 * Says which account looks after an agreement: one Change that touches no statement and no version. Asked for what stands
 * already, it writes nothing and returns null; else the number of the change. Throws Forbidden, NotFound, InvalidInput
 * when the account may not enter for that region, and Refused when somebody else handed it over meanwhile.
 */
export async function assignOwner(input: AssignOwnerInput): Promise<number | null> {
  const { viewer, reference, owner, seen, clock } = input
  authorise(viewer, 'owner.assign')
  return transaction(async (tx) => {
    await lockChain(tx)
    const ids = isReference(reference) ? await idsOf(tx, [reference]) : new Map<string, number>()
    const [agreement] = await loadAgreements(tx, [...ids.values()])
    if (!agreement || agreement.retracted !== null) throw new NotFound('agreement', reference)
    const current = (await ownerOf(reference, tx))?.id ?? null
    const on = { own: current === viewer.name, alone: false, regions: [agreement.region] }
    // Whoever has just handed it over and asks again has been answered already.
    if (current === owner && seen === viewer.name) return null
    authorise(viewer, 'owner.assign', on)
    if (current === owner) return null
    if (current !== seen) throw new Refused('owner_moved')
    const possible = await possibleOwners(STAFF_ROLES, agreement.region, tx)
    if (owner !== null && !possible.some(({ id }) => id === owner))
      throw new InvalidInput([{ path: 'owner', code: 'no_such_owner' }])
    const nothing = { facts: [], retractFacts: [], events: [], retractEvents: [] }
    const record = {
      ...{ reference, create: false, description: null, commitments: [], owner, ...nothing },
      ...{ relations: [], retractRelations: [] },
      change: {
        ...{ actor: viewer.name, verb: 'assign.owner', reason: null, subject: reference },
        ...{ key: null, batch: null, undoes: null, diff: { owner: [current, owner] } },
      },
    }
    const [change] = await writeRecords(tx, await head(tx), [record], clock())
    if (!change) throw new Error(`handing over ${reference} wrote no change`)
    return change.seq
  })
}
