import { describe, expect, test } from 'vitest'
import { type CountingMember, countingRules } from './counting'
import type { Measure, RelationKind } from './types'

const ASOF = '2026-03-31'

type Facts = Partial<Omit<CountingMember, 'relations'>> & { links?: [RelationKind, string][] }

function stated(value: bigint): CountingMember['quantity'] {
  return { comparator: 'eq', low: value, high: value, missing: null }
}

function row(reference: string, value: bigint | null, { links = [], ...facts }: Facts = {}) {
  return {
    reference,
    start: '2024-01-01',
    lifecycle: 'in_force' as const,
    quantity: value === null ? null : stated(value),
    target: value,
    originalTarget: value,
    relations: links.map(([kind, to]) => ({ kind, to })),
    ...facts,
  }
}

function leftOut(rows: CountingMember[], measure: Measure = 'net_new_jobs') {
  const forwards = countingRules(rows, measure, ASOF)
  const backwards = countingRules(rows.toReversed(), measure, ASOF)
  expect(new Map([...backwards].sort())).toEqual(new Map([...forwards].sort()))
  return Object.fromEntries([...forwards].map(([reference, { reason }]) => [reference, reason]))
}

describe('rule 1, duplicates', () => {
  test('the carrier of duplicate_of is dropped', () => {
    const copy = row('COPY', 1000n, { links: [['duplicate_of', 'A']] })
    expect(leftOut([row('A', 1000n), copy])).toEqual({ COPY: 'duplicate of A' })
  })

  test('a copy of a copy stands under the row that is left', () => {
    const copies = [
      row('B', 1000n, { links: [['duplicate_of', 'C']] }),
      row('A', 1000n, { links: [['duplicate_of', 'B']] }),
    ]
    expect(leftOut([...copies, row('C', 1000n)])).toEqual({
      A: 'duplicate of C',
      B: 'duplicate of C',
    })
  })

  test('same_money drops its carrier for money, not for jobs', () => {
    const rows = [row('A', 900n), row('B', 900n, { links: [['same_money', 'A']] })]
    expect(leftOut(rows, 'investment')).toEqual({ B: 'duplicate of A' })
    expect(leftOut(rows)).toEqual({})
  })

  test('two rows that call each other duplicates leave one', () => {
    const rows = [
      row('A', 1000n, { links: [['duplicate_of', 'B']] }),
      row('B', 1000n, { links: [['duplicate_of', 'A']] }),
    ]
    expect(leftOut(rows)).toEqual({ A: 'duplicate of B' })
  })

  test('a copy of an agreement signed after asOf still counts', () => {
    const later = row('A', 1000n, { start: '2026-04-01' })
    expect(leftOut([later, row('B', 1000n, { links: [['duplicate_of', 'A']] })])).toEqual({})
  })
})

describe('rule 2, chains', () => {
  const old = row('OLD', 25_000n)

  test('the latest signed row counts', () => {
    const next = row('NEW', 2300n, { start: '2024-06-06', links: [['supersedes', 'OLD']] })
    expect(leftOut([old, next])).toEqual({ OLD: 'replaced' })
  })

  test('a latest row that states nothing leaves the one that does', () => {
    const silent = row('NEW', null, { start: '2024-06-06', links: [['implements', 'OLD']] })
    expect(leftOut([old, silent])).toEqual({ NEW: 'replaced' })
  })

  test('a ceiling states a quantity', () => {
    const quantity = { comparator: 'le' as const, low: 0n, high: 2000n, missing: null }
    const links: [RelationKind, string][] = [['supersedes', 'OLD']]
    const ceiling = row('NEW', null, { start: '2024-06-06', quantity, links })
    expect(leftOut([old, ceiling])).toEqual({ OLD: 'replaced' })
  })

  test('nothing revives when the latest is terminated', () => {
    const links: [RelationKind, string][] = [['supersedes', 'OLD']]
    const ended = row('NEW', 2300n, { start: '2024-06-06', lifecycle: 'terminated', links })
    expect(leftOut([old, ended])).toEqual({ OLD: 'replaced' })
  })

  test('where none states a quantity the latest signed stays', () => {
    const rows = [
      row('A', null),
      row('B', null, { start: '2025-01-01', links: [['supersedes', 'A']] }),
    ]
    expect(leftOut(rows)).toEqual({ A: 'replaced' })
  })

  test('on one day the later reference counts', () => {
    const rows = [row('A', 10n, { links: [['supersedes', 'B']] }), row('B', 20n)]
    expect(leftOut(rows)).toEqual({ A: 'replaced' })
  })

  test('a successor not yet signed replaces nothing', () => {
    const next = row('NEW', 2300n, { start: '2026-04-01', links: [['supersedes', 'OLD']] })
    expect(leftOut([old, next])).toEqual({})
  })

  test('the original of a copy that was superseded is replaced with it', () => {
    const copy = row('COPY', 25_000n, { links: [['duplicate_of', 'OLD']] })
    const next = row('NEW', 2300n, { start: '2024-06-06', links: [['supersedes', 'COPY']] })
    expect(leftOut([old, copy, next])).toEqual({ COPY: 'duplicate of OLD', OLD: 'replaced' })
  })
})

describe('rule 3, parts', () => {
  const part = (reference: string, value: bigint | null, facts: Facts = {}) =>
    row(reference, value, { links: [['part_of', 'PACK']], ...facts })

  test('2,500 + 500 = 3,000: the parts count', () => {
    const rows = [row('PACK', 3000n), part('A', 2500n), part('B', 500n)]
    expect(leftOut(rows)).toEqual({ PACK: 'parts counted' })
  })

  test('3,000 of 7,100: the parent counts alone', () => {
    expect(leftOut([row('PACK', 7100n), part('A', 3000n)])).toEqual({ A: 'inside PACK' })
  })

  test('parts that sum to the parent but for one without a figure do not replace it', () => {
    const rows = [row('PACK', 3000n), part('A', 3000n), part('B', null)]
    expect(leftOut(rows)).toEqual({ A: 'inside PACK', B: 'inside PACK' })
  })

  test('a parent without a figure gives way to a part with one, stays over parts without', () => {
    expect(leftOut([row('PACK', null), part('A', 200n), part('B', null)])).toEqual({
      PACK: 'parts counted',
    })
    expect(leftOut([row('PACK', null), part('A', null)])).toEqual({ A: 'inside PACK' })
  })

  test('sums compare what was promised at first, not what an amendment left of it', () => {
    const cut = part('A', 2500n, { target: 100n })
    expect(leftOut([row('PACK', 3000n), cut, part('B', 500n)])).toEqual({ PACK: 'parts counted' })
  })

  test('an overlap with a parent whose parts count lapses', () => {
    const other = row('X', 9000n, { links: [['overlaps', 'PACK']] })
    const rows = [row('PACK', 3000n), part('A', 2500n), part('B', 500n), other]
    expect(leftOut(rows)).toEqual({ PACK: 'parts counted' })
  })

  test('an overlap with a part inside a parent is one with the parent', () => {
    const other = row('X', 4000n, { links: [['overlaps', 'A']] })
    expect(leftOut([row('PACK', 7100n), part('A', 3000n), other])).toEqual({
      A: 'inside PACK',
      X: 'overlaps PACK',
    })
  })

  test('a parent that a copy makes a part: 1,000 = 400 + 600 counts in the parts only', () => {
    const outer = row('ZONE', 1000n)
    const inner = row('PACK', 1000n)
    const copy = row('COPY', 1000n, {
      links: [
        ['duplicate_of', 'PACK'],
        ['part_of', 'ZONE'],
      ],
    })
    expect(leftOut([outer, inner, copy, part('A', 400n), part('B', 600n)])).toEqual({
      COPY: 'duplicate of PACK',
      PACK: 'parts counted',
      ZONE: 'parts counted',
    })
  })
})

describe('rule 4, overlaps', () => {
  test('the largest of a row of overlaps counts, and the losers name it', () => {
    const rows = [
      row('A', 3000n),
      row('B', 2500n, { links: [['overlaps', 'A']] }),
      row('C', 2000n, { links: [['overlaps', 'B']] }),
    ]
    expect(countingRules(rows, 'net_new_jobs', ASOF)).toEqual(
      new Map([
        ['B', { reason: 'overlaps A', winner: 'A' }],
        ['C', { reason: 'overlaps A', winner: 'A' }],
      ]),
    )
    expect(leftOut(rows)).toEqual({ B: 'overlaps A', C: 'overlaps A' })
  })

  test('one without a figure loses against any', () => {
    const rows = [row('A', 1n), row('Z', null, { start: '2025-01-01', links: [['overlaps', 'A']] })]
    expect(leftOut(rows)).toEqual({ Z: 'overlaps A' })
  })

  test('of equals the later signed counts, then the later reference', () => {
    const later = row('A', 6300n, { start: '2025-01-01', links: [['overlaps', 'B']] })
    expect(leftOut([later, row('B', 6300n)])).toEqual({ B: 'overlaps A' })
    const same = row('A', 6300n, { links: [['overlaps', 'B']] })
    expect(leftOut([same, row('B', 6300n)])).toEqual({ A: 'overlaps B' })
  })

  test('a terminated row neither wins against a live one nor leaves the funnel', () => {
    const ended = row('A', 3000n, { lifecycle: 'terminated' })
    expect(leftOut([ended, row('B', 2000n, { links: [['overlaps', 'A']] })])).toEqual({})
  })

  test('where none is live the largest stands for all', () => {
    const rows = [
      row('A', 3000n, { lifecycle: 'terminated' }),
      row('B', 2000n, { lifecycle: 'withdrawn', links: [['overlaps', 'A']] }),
    ]
    expect(leftOut(rows)).toEqual({ B: 'overlaps A' })
  })
})
