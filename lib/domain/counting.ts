import { isCeased } from './classify'
import type { IsoDate, Lifecycle, Measure, Quantity, RelationKind } from './types'

/** What the counting rules need of one agreement, for one measure at one asOf. Numbers in persons or minor units. */
export interface CountingMember {
  reference: string
  start: IsoDate | null
  lifecycle: Lifecycle
  /** As stated at asOf; null = no commitment of the measure. */
  quantity: Quantity | null
  /** T at asOf and T of version 1, null where there is none. */
  target: bigint | null
  originalTarget: bigint | null
  relations: { kind: RelationKind; to: string }[]
}

export interface LeftOut {
  /** `duplicate of REF`, `replaced`, `parts counted`, `inside PARENT` or `overlaps WINNER`. */
  reason: string
  /** The row in whose favour an overlap was settled, whose gross takes this T in; null under the other rules. */
  winner: string | null
}

interface Link {
  from: string
  to: string
}

function byReference(a: CountingMember, b: CountingMember): number {
  return a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0
}

function bySigning(a: CountingMember, b: CountingMember): number {
  const [left, right] = [a.start ?? '', b.start ?? '']
  return left < right ? -1 : left > right ? 1 : byReference(a, b)
}

function byTarget(a: CountingMember, b: CountingMember): number {
  const [left, right] = [a.target ?? -1n, b.target ?? -1n]
  return left < right ? -1 : left > right ? 1 : bySigning(a, b)
}

function greatest(
  rows: readonly CountingMember[],
  order: (a: CountingMember, b: CountingMember) => number,
): CountingMember | undefined {
  return rows.toSorted(order).at(-1)
}

function statesQuantity(row: CountingMember): boolean {
  return row.quantity !== null && row.quantity.comparator !== 'missing'
}

/** The rows still counted while the rules run, and what stands for each dropped one. */
class Tally {
  readonly leftOut = new Map<string, LeftOut>()
  readonly #rows: Map<string, CountingMember>
  readonly #standIn = new Map<string, string | null>()

  constructor(members: readonly CountingMember[]) {
    this.#rows = new Map(members.toSorted(byReference).map((row) => [row.reference, row]))
  }

  /** Drops a row; standIn null = a parent whose parts count, to which relations lapse. */
  drop(reference: string, standIn: string | null, leftOut: LeftOut): void {
    this.#standIn.set(reference, standIn)
    this.leftOut.set(reference, leftOut)
  }

  /** The counted row that stands for a reference; null when its relations lapse or it is not in the set. */
  standFor(reference: string): string | null {
    let current: string | null = reference
    while (current !== null && this.#standIn.has(current)) {
      current = this.#standIn.get(current) ?? null
    }
    return current !== null && this.#rows.has(current) ? current : null
  }

  row(reference: string): CountingMember {
    const row = this.#rows.get(reference)
    if (!row) throw new RangeError(`not in the set: ${reference}`)
    return row
  }

  /** The relations of these kinds as recorded, in a fixed order. */
  recorded(kinds: readonly RelationKind[]): Link[] {
    return [...this.#rows.values()].flatMap((row) =>
      row.relations
        .filter((relation) => kinds.includes(relation.kind))
        .map((relation) => ({ from: row.reference, to: relation.to }))
        .sort((a, b) => (a.to < b.to ? -1 : 1)),
    )
  }

  /** One recorded relation between what stands for its ends now; null when it lapses. */
  read(link: Link): Link | null {
    const [from, to] = [this.standFor(link.from), this.standFor(link.to)]
    return from === null || to === null || from === to ? null : { from, to }
  }

  /** The relations of these kinds between rows still counted. */
  links(kinds: readonly RelationKind[]): Link[] {
    return this.recorded(kinds)
      .map((link) => this.read(link))
      .filter((link) => link !== null)
  }

  /** The rows that these kinds join, directly or in a row, as groups. */
  groups(kinds: readonly RelationKind[]): CountingMember[][] {
    const groupOf = new Map<string, Set<string>>()
    for (const { from, to } of this.links(kinds)) {
      const joined = new Set([...(groupOf.get(from) ?? [from]), ...(groupOf.get(to) ?? [to])])
      for (const reference of joined) groupOf.set(reference, joined)
    }
    return [...new Set(groupOf.values())].map((group) => [...group].map((ref) => this.row(ref)))
  }
}

function dropDuplicates(tally: Tally, kinds: readonly RelationKind[]): void {
  const carriers: string[] = []
  for (const recorded of tally.recorded(kinds)) {
    const link = tally.read(recorded)
    if (!link) continue
    tally.drop(link.from, link.to, { reason: '', winner: null })
    carriers.push(link.from)
  }
  // Only now is it known which row each chain of copies ends at.
  for (const carrier of carriers) {
    const reason = `duplicate of ${tally.standFor(carrier)}`
    tally.leftOut.set(carrier, { reason, winner: null })
  }
}

function keepLatestOfChains(tally: Tally): void {
  for (const chain of tally.groups(['supersedes', 'implements'])) {
    const stating = chain.filter(statesQuantity)
    const kept = greatest(stating.length > 0 ? stating : chain, bySigning)
    for (const row of chain) {
      if (!kept || row === kept) continue
      tally.drop(row.reference, kept.reference, { reason: 'replaced', winner: null })
    }
  }
}

function partsCount(parent: CountingMember, parts: readonly CountingMember[]): boolean {
  const targets = parts.map((part) => part.originalTarget)
  const known = targets.filter((target) => target !== null)
  if (parent.originalTarget === null) return known.length > 0
  const sum = known.reduce((total, target) => total + target, 0n)
  return known.length === targets.length && sum === parent.originalTarget
}

// Entry refuses a parent that is a part, yet reading relations through dropped rows can make one:
// the outermost parent is settled first, and its relations are then read again, so that nothing counts twice.
function nextParent(links: readonly Link[]): string | undefined {
  const parts = new Set(links.map((link) => link.from))
  const parents = links.map((link) => link.to).sort()
  return parents.find((parent) => !parts.has(parent)) ?? parents[0]
}

function settleParts(tally: Tally): void {
  for (;;) {
    const links = tally.links(['part_of'])
    const parent = nextParent(links)
    if (parent === undefined) return
    const inside = links.filter((link) => link.to === parent).map((link) => link.from)
    const parts = [...new Set(inside)].map((reference) => tally.row(reference))
    if (partsCount(tally.row(parent), parts)) {
      tally.drop(parent, null, { reason: 'parts counted', winner: null })
      continue
    }
    for (const part of parts) {
      tally.drop(part.reference, parent, { reason: `inside ${parent}`, winner: null })
    }
  }
}

function settleOverlaps(tally: Tally): void {
  for (const group of tally.groups(['overlaps'])) {
    const live = group.filter((row) => !isCeased(row.lifecycle))
    const contenders = live.length > 0 ? live : group
    const winner = greatest(contenders, byTarget)?.reference
    for (const row of contenders) {
      if (winner === undefined || row.reference === winner) continue
      tally.drop(row.reference, winner, { reason: `overlaps ${winner}`, winner })
    }
  }
}

/** The agreements that leave every figure of the measure at asOf, each with the reason it stands in `leftOut`; agreements without a start by asOf take no part (method, section 9, counting rules). */
export function countingRules(
  members: readonly CountingMember[],
  measure: Measure,
  asOf: IsoDate,
): Map<string, LeftOut> {
  const tally = new Tally(members.filter((row) => row.start !== null && row.start <= asOf))
  dropDuplicates(
    tally,
    measure === 'investment' ? ['duplicate_of', 'same_money'] : ['duplicate_of'],
  )
  keepLatestOfChains(tally)
  settleParts(tally)
  settleOverlaps(tally)
  return tally.leftOut
}
