import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/clock'
import { lockChain } from '@/lib/data/changes'
import { pool, rehearsal } from '@/lib/data/client'
import { type JointEffect, jointEffect } from '@/lib/data/effects'
import { isOnlyAccount, type ListedProposal, proposalsNamed } from '@/lib/data/proposals'
import type { Instant } from '@/lib/domain/types'
import {
  Conflict,
  Forbidden,
  InvalidInput,
  LedgerError,
  NotFound,
  type Problem,
  Refused,
} from '@/lib/errors'
import { acceptInto } from './accept-into'
import { MOST_AT_ONCE } from './accept-many'
import { type ReviewRight, rightOn } from './review-right'

/** One of several, and what stands in the way of accepting it with those before it. */
export interface PreviewedItem {
  proposal: ListedProposal
  version: number
  right: ReviewRight
  /** Located problems; empty: it goes through. */
  problems: Problem[]
}

/** What accepting several together would do; `effect` is that of those that go through. */
export interface ManyPreview {
  items: PreviewedItem[]
  effect: JointEffect
}

function problemsOf(error: unknown): Problem[] {
  if (error instanceof InvalidInput) return error.problems
  if (error instanceof Conflict) return [{ path: '', code: 'proposal_moved' }]
  if (error instanceof Refused) return [{ path: '', code: error.code, values: error.values }]
  if (error instanceof Forbidden || error instanceof NotFound)
    return [{ path: '', code: 'proposal_not_yours' }]
  throw error
}

/**
 * Accepts several submissions in turn exactly as acceptMany would, compares the portfolio before and after, and takes it
 * all back. Throws Forbidden, and InvalidInput when there are none or too many.
 */
export async function previewMany({
  viewer,
  items,
  clock,
}: {
  viewer: Viewer
  items: readonly { id: string; version: number }[]
  clock: () => Instant
}): Promise<ManyPreview> {
  authorise(viewer, 'proposal.review')
  if (items.length === 0) throw new InvalidInput([{ path: 'items', code: 'required' }])
  if (items.length > MOST_AT_ONCE)
    throw new InvalidInput([{ path: 'items', code: 'too_many', values: { maximum: MOST_AT_ONCE } }])
  const named = await proposalsNamed(
    pool(),
    items.map(({ id }) => id),
  )
  const alone = await isOnlyAccount(pool())
  const versions = new Map(items.map(({ id, version }) => [id, version]))
  const now = clock()
  return rehearsal(async (tx) => {
    const from = (await lockChain(tx)).seq
    const previewed: PreviewedItem[] = []
    for (const proposal of named) {
      const version = versions.get(proposal.id) ?? 0
      const one = { viewer, id: proposal.id, version, batch: null, now }
      const problems = await acceptInto(tx, one).then(
        () => [],
        (error: unknown) => {
          if (!(error instanceof LedgerError)) throw error
          return problemsOf(error)
        },
      )
      previewed.push({ proposal, version, right: rightOn(viewer, proposal, alone), problems })
    }
    return { items: previewed, effect: await jointEffect(tx, dayOf(now), from) }
  })
}
