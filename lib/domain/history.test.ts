import { describe, expect, test } from 'vitest'
import { caseAt, lifecycleAt, startOf } from './history'
import { standing } from './standing'
import type { AgreementEvent, AgreementHistory, EventKind, IsoDate, Version } from './types'

const ALWAYS = { recordedAt: null, retractedAt: null }

function event(kind: EventKind, on: IsoDate | null, recordedAt: number | null = null) {
  return { kind, on, recordedAt, retractedAt: null }
}

function original(low: bigint, recordedAt: number | null = null): Version {
  return {
    kind: 'original',
    corrects: null,
    effectiveOn: null,
    quantity: { comparator: 'eq', low, high: low, missing: null },
    deadline: { preposition: 'by', period: '2027' },
    milestones: [],
    recordedAt,
    retractedAt: null,
  }
}

function history(events: AgreementEvent[], more: Partial<AgreementHistory> = {}): AgreementHistory {
  return { reference: 'A', events, relations: [], commitments: [], ...ALWAYS, ...more }
}

describe('start', () => {
  test('is the signature until a sourced project start is known', () => {
    const h = history([event('signature', '2024-01-15'), event('project_start', '2024-06-01', 500)])
    expect(startOf(h, 499)).toBe('2024-01-15')
    expect(startOf(h, 500)).toBe('2024-06-01')
  })

  test('is the one recorded last, and nothing without a dated event', () => {
    const h = history([event('signature', '2024-03-01', 20), event('signature', '2024-01-01', 10)])
    expect(startOf(h, null)).toBe('2024-03-01')
    expect(startOf(history([event('signature', null)]), null)).toBeNull()
  })

  test('falls back when the project start is retracted', () => {
    const started = { ...event('project_start', '2024-06-01', 10), retractedAt: 30 }
    const h = history([event('signature', '2024-01-15'), started])
    expect(startOf(h, 29)).toBe('2024-06-01')
    expect(startOf(h, 30)).toBe('2024-01-15')
    expect(startOf(h, null)).toBe('2024-01-15')
  })
})

describe('lifecycle', () => {
  const h = history([
    event('terminated', '2025-06-01', 900),
    event('signed', null),
    event('suspended', '2025-01-01', 100),
    event('annotation', '2026-01-01'),
  ])

  test('is the latest event by the day, one without a date from the beginning', () => {
    expect(lifecycleAt(h, '2024-12-31', null)).toBe('signed')
    expect(lifecycleAt(h, '2025-01-01', null)).toBe('suspended')
    expect(lifecycleAt(h, '2026-12-31', null)).toBe('terminated')
  })

  test('knows no event before it was recorded, and is in force when nothing is said', () => {
    expect(lifecycleAt(h, '2026-12-31', 899)).toBe('suspended')
    expect(lifecycleAt(history([]), '2026-12-31', null)).toBe('in_force')
  })
})

describe('case', () => {
  const commitment = {
    measure: 'net_new_jobs' as const,
    scope: 'direct' as const,
    currency: null,
    versions: [original(100n, 50)],
    baselines: [
      { value: 7n, comparator: 'eq' as const, recordedAt: 60, retractedAt: null },
      { value: 9n, comparator: 'eq' as const, recordedAt: 70, retractedAt: null },
    ],
    observations: [],
  }
  const h = history([event('signature', '2024-01-15')], { commitments: [commitment] })

  test('exists once a version is known, with the baseline known by then', () => {
    expect(caseAt(h, 'net_new_jobs', '2025-01-01', 49)).toBeNull()
    expect(caseAt(h, 'net_new_jobs', '2025-01-01', 59)?.baseline).toBeNull()
    expect(caseAt(h, 'net_new_jobs', '2025-01-01', 69)?.baseline?.value).toBe(7n)
    expect(caseAt(h, 'net_new_jobs', '2025-01-01', null)?.baseline?.value).toBe(9n)
    expect(caseAt(h, 'investment', '2025-01-01', null)).toBeNull()
  })

  test('does not exist while the agreement itself is unknown', () => {
    expect(caseAt({ ...h, recordedAt: 80 }, 'net_new_jobs', '2025-01-01', 79)).toBeNull()
  })

  test('does not know an amendment before its original', () => {
    const amendment: Version = {
      ...original(80n, 10),
      kind: 'amendment',
      effectiveOn: '2024-06-01',
    }
    const versions = [original(100n, 50), amendment]
    const amended = history(h.events, { commitments: [{ ...commitment, versions }] })
    expect(caseAt(amended, 'net_new_jobs', '2025-01-01', 20)).toBeNull()
    const c = caseAt(amended, 'net_new_jobs', '2025-01-01', 50)
    expect(c && standing(c, 'reported').target).toBe(80n)
  })
})
