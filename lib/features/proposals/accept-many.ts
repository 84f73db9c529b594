import 'server-only'
import { randomUUID } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { lockChain } from '@/lib/data/changes'
import { repeatable, transactionOnce } from '@/lib/data/once'
import type { Instant } from '@/lib/domain/types'
import { InvalidInput } from '@/lib/errors'
import { acceptInto } from './accept-into'
import type { AcceptedStamp } from './proposal'

export const MOST_AT_ONCE = 200

/** Several submissions as they were seen. */
export interface AcceptManyInput {
  viewer: Viewer
  items: readonly { id: string; version: number }[]
  /** An idempotency key of the client's own. */
  key?: string | undefined
  clock: () => Instant
}

/** Problems of one of several, located under its id. */
export function locatedUnder(id: string) {
  return (error: unknown): never => {
    if (!(error instanceof InvalidInput)) throw error
    throw new InvalidInput(
      error.problems.map((problem) => ({ ...problem, path: `${id}.${problem.path}` })),
    )
  }
}

/** Accepts several submissions in one transaction and one batch, in their order: all of them or none. Throws what acceptProposal throws, and InvalidInput when there are none or more than 200. */
export async function acceptMany({
  viewer,
  items,
  key,
  clock,
}: AcceptManyInput): Promise<{ batch: string; accepted: AcceptedStamp[] }> {
  authorise(viewer, 'proposal.review')
  if (items.length === 0) throw new InvalidInput([{ path: 'items', code: 'required' }])
  if (items.length > MOST_AT_ONCE)
    throw new InvalidInput([{ path: 'items', code: 'too_many', values: { maximum: MOST_AT_ONCE } }])
  const batch = randomUUID()
  return transactionOnce(repeatable(viewer.name, key, ['accept many', items]), async (tx) => {
    await lockChain(tx)
    const accepted: AcceptedStamp[] = []
    for (const { id, version } of items) {
      const one = { viewer, id, version, batch, now: clock() }
      accepted.push(await acceptInto(tx, one).catch(locatedUnder(id)))
    }
    return { batch, accepted }
  })
}
