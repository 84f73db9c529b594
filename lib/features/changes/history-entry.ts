import { z } from 'zod'
import type { LoggedChange } from '@/lib/data/change-log'
import type { Instant } from '@/lib/domain/types'

/** One field that a change wrote: what stood there, and what stands there since. */
export interface HistoryField {
  path: string
  before: string
  after: string
}

/** One entry of a history: who did what, when, why and on which source. */
export interface HistoryEntry {
  seq: number
  at: Instant
  /** The account that wrote it, or `terminal`; `staff` to readers who are not told names. */
  actor: string
  actorName: string | null
  /** `accept.report`, `import.agreement`, `undo` … */
  verb: string
  reason: string | null
  subject: string
  source: LoggedChange['source']
  fields: HistoryField[]
  /** What names the statement among others: a report's data date and kind … */
  key: Record<string, string>
  /** What a retraction took back. */
  retracted: { what: string; id: string } | null
  /** The proposal that it accepted; null when it came otherwise, and to readers who are not told names. */
  proposal: { id: string; author: string; authorName: string | null } | null
  /** Accepted by its own author, when theirs was the only account. */
  selfAccepted: boolean
  batch: string | null
  undoes: number | null
  undoneBy: number | null
  /** Until when the asking account can undo it; null when it cannot. */
  undoUntil: Instant | null
}

const cells = z.record(z.string(), z.string())

const diffSchema = z.looseObject({
  key: cells.default({}),
  created: cells.default({}),
  changed: z.record(z.string(), z.tuple([z.string(), z.string()])).default({}),
  claims: z.array(cells).default([]),
  commitments: z.array(cells).default([]),
  retracted: z.object({ what: z.string(), id: z.string() }).optional(),
  owner: z.tuple([z.string().nullable(), z.string().nullable()]).optional(),
  proposal: z.string().optional(),
  author: z.string().optional(),
  selfAccepted: z.boolean().default(false),
})

function added(base: string, text: Record<string, string>): HistoryField[] {
  return Object.entries(text)
    .filter(([, after]) => after !== '')
    .map(([column, after]) => ({ path: base + column, before: '', after }))
}

/** The field that says who looks after an agreement: the name of a person. */
export const OWNER = 'owner'

/** Names by the id of their account. */
export type Names = ReadonlyMap<string, { name: string }>

function ownerField(owner: [string | null, string | null] | undefined, names: Names) {
  if (owner === undefined) return []
  const [before = '', after = ''] = owner.map((id) => id && (names.get(id)?.name ?? id))
  return [{ path: OWNER, before: before ?? '', after: after ?? '' }]
}

/** A change of the log as an entry that can be read, field by field. */
export function historyEntry(change: LoggedChange, names: Names): HistoryEntry {
  const { hash: _hash, diff, ...same } = change
  const read = diffSchema.parse(diff)
  const { proposal, author, selfAccepted } = read
  return {
    ...same,
    actorName: names.get(change.actor)?.name ?? null,
    selfAccepted,
    undoUntil: null,
    fields: [
      ...added('', read.created),
      ...Object.entries(read.changed).map(([path, [before, after]]) => ({ path, before, after })),
      ...ownerField(read.owner, names),
      ...read.commitments.flatMap((one, index) => added(`commitments.${index}.`, one)),
      ...read.claims.flatMap((one, index) => added(`claims.${index}.`, one)),
    ],
    key: read.key,
    retracted: read.retracted ?? null,
    proposal:
      proposal === undefined || author === undefined
        ? null
        : { id: proposal, author, authorName: names.get(author)?.name ?? null },
  }
}

/** Everybody whom entries name. */
export function namedIn(changes: readonly LoggedChange[]): string[] {
  return changes.flatMap(({ actor, diff }) => {
    const { author, owner = [] } = diffSchema.parse(diff)
    return [actor, author, ...owner].filter((id) => typeof id === 'string')
  })
}
