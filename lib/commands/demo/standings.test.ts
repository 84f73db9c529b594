import { describe, expect, test } from 'vitest'
import { endOfDay } from '@/lib/clock'
import { lastOfPeriod } from '@/lib/domain/deadline'
import { type StandingRow, standingRows } from '@/lib/domain/intervals'
import {
  missingQuantity,
  type Parsed,
  parseCount,
  parseDeadline,
  parseQuantity,
} from '@/lib/domain/literal'
import { parseMilestones, parseRelations } from '@/lib/domain/literal-lists'
import {
  type AgreementEvent,
  type AgreementHistory,
  type CommitmentHistory,
  type Deadline,
  EVENT_KINDS,
  EVIDENCES,
  FRESHNESSES,
  type IsoDate,
  JOB_SCOPES,
  type Lane,
  MEASURES,
  MISSING_REASONS,
  NOT_MEASURABLE_REASONS,
  OBSERVATION_KINDS,
  PACE_STATUSES,
  type Recorded,
  type Version,
} from '@/lib/domain/types'
import { demoPortfolio } from './portfolio'
import type { Row } from './row'

function read<T>(result: Parsed<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.values)}`)
  return result.value
}

function code<T extends string>(codes: readonly T[], text = ''): T {
  const found = codes.find((one) => one === text)
  if (found === undefined) throw new Error(`no such code: ${text}`)
  return found
}

const deadline = (text = ''): Deadline | null => (text ? read(parseDeadline(text)) : null)

function version(row: Row, jobs: string, recorded: Recorded): Version {
  return {
    kind: row.kind ? code(['amendment', 'correction'] as const, row.kind) : 'original',
    corrects: row.corrects ? Number(row.corrects) : null,
    effectiveOn: row.effective_on || null,
    quantity: jobs
      ? read(parseQuantity(jobs, 'persons'))
      : missingQuantity(code(MISSING_REASONS, row.jobs_missing)),
    deadline: deadline(row.deadline),
    milestones: read(parseMilestones(row.milestones ?? '', 'persons')).map(({ on, quantity }) => ({
      deadline: { preposition: 'by', period: on },
      value: quantity.low ?? 0n,
    })),
    ...recorded,
  }
}

function history(row: Row, recorded: Recorded): AgreementHistory {
  const commitment: CommitmentHistory = {
    measure: code(MEASURES, row.jobs_measure),
    scope: code(JOB_SCOPES, row.jobs_scope),
    currency: null,
    versions: [version(row, row.jobs ?? '', recorded)],
    baselines: row.baseline_headcount
      ? [
          {
            ...read(parseCount(row.baseline_headcount, 'persons', { negative: false })),
            ...recorded,
          },
        ]
      : [],
    observations: [],
  }
  const on = row.signed_on ? lastOfPeriod(row.signed_on) : null
  const lifecycle: AgreementEvent = { kind: code(EVENT_KINDS, row.lifecycle), on, ...recorded }
  return {
    reference: row.reference ?? '',
    events: on ? [{ kind: 'signature', on, ...recorded }, lifecycle] : [lifecycle],
    relations: read(parseRelations(row.relations ?? '')).map((one) => ({ ...one, ...recorded })),
    commitments: [commitment],
    ...recorded,
  }
}

function histories(today: IsoDate): Map<string, AgreementHistory> {
  const all = new Map<string, AgreementHistory>()
  const jobsOf = ({ reference = '' }: Row) => all.get(reference)?.commitments[0]
  for (const batch of demoPortfolio(today)) {
    const recorded = { recordedAt: endOfDay(batch.recordedOn), retractedAt: null }
    for (const row of batch.agreements) all.set(row.reference ?? '', history(row, recorded))
    for (const row of batch.amendments.filter(({ measure }) => measure !== 'investment')) {
      jobsOf(row)?.versions.push(version(row, row.quantity ?? '', recorded))
    }
    for (const row of batch.reports.filter(({ kind }) => kind !== 'invested_cumulative')) {
      jobsOf(row)?.observations.push({
        ...read(parseCount(row.value ?? '', 'persons', { negative: true })),
        dataDate: row.data_date ?? '',
        kind: code(OBSERVATION_KINDS, row.kind),
        evidence: code(EVIDENCES, row.evidence),
        state: 'accepted',
        ...recorded,
      })
    }
    for (const row of batch.events) {
      const event = { kind: code(EVENT_KINDS, row.kind), on: row.on ?? '', ...recorded }
      all.get(row.reference ?? '')?.events.push(event)
    }
  }
  return all
}

/** The rows of a day, each group of related agreements counted together. */
function standings(today: IsoDate, lane: Lane): StandingRow[] {
  const all = histories(today)
  const rootOf = (h: AgreementHistory): string => {
    const to = all.get(h.relations[0]?.to ?? '')
    return to ? rootOf(to) : h.reference
  }
  const groups = new Map<string, AgreementHistory[]>()
  for (const one of all.values()) groups.set(rootOf(one), [...(groups.get(rootOf(one)) ?? []), one])
  return [...groups.values()]
    .flatMap((group) => standingRows(group, null))
    .filter((row) => row.lane === lane && row.validFrom <= today && today < row.validTo)
}

const NOVEMBER = standings('2026-11-23', 'reported')
const DAYS: [IsoDate, StandingRow[]][] = [
  ['2026-11-23', NOVEMBER],
  ['2028-02-01', standings('2028-02-01', 'reported')],
]

describe.each(DAYS)('the invented portfolio on %s', (today, reported) => {
  const own = reported.filter(({ status }) => status !== null)
  const seen = (column: 'status' | 'reason' | 'freshness') =>
    [...new Set(own.map((row) => row[column]))].filter((text) => text !== null).sort()

  test('shows every one of the sixteen statuses, each reason and each freshness', () => {
    expect(seen('status')).toEqual([...PACE_STATUSES].sort())
    expect(seen('reason')).toEqual([...NOT_MEASURABLE_REASONS].sort())
    expect(seen('freshness')).toEqual([...FRESHNESSES].sort())
  })

  test('reports enough of the jobs due next year that the verdict can be read, and leaves some out', () => {
    const year = String(Number(today.slice(0, 4)) + 1)
    const due = reported.filter(
      (row) => row.measure === 'net_new_jobs' && row.live && row.due?.startsWith(year),
    )
    const total = (rows: StandingRow[]) => rows.reduce((sum, row) => sum + Number(row.target), 0)
    const share = total(due.filter(({ reporting }) => reporting)) / total(due)
    expect(due.length).toBeGreaterThan(40)
    expect(share).toBeGreaterThan(0.55)
    expect(share).toBeLessThan(0.7)
  })
})

describe('stories end as they are told', () => {
  const jobs = NOVEMBER.filter((row) => row.measure === 'net_new_jobs')

  test.each([
    ['FARNHOLT', 'AHEAD'],
    ['TIZRA', 'ON_TRACK'],
    ['NORDHEIM', 'AT_RISK'],
    ['VELSTOWE', 'BEHIND'],
    ['MAILLORIE', 'REVERSED'],
    ['TIDEGROVE', 'MET'],
    ['MILLBRAE', 'MET_LATE'],
    ['CALDERIS', 'SLIPPED'],
    ['TALKENNE', 'MISSED'],
    ['BOGELIS', 'DUE_UNREPORTED'],
    ['HISNTECH', 'TOO_EARLY'],
    ['OUARGHA', 'NO_REPORT'],
    ['VOLTORNE', 'OUT_OF_DATE'],
    ['ARGANELLE', 'NOT_MEASURABLE'],
    ['QARAWIN', 'NO_DEADLINE'],
    ['BOREALD', 'INACTIVE'],
  ])('%s is %s', (start, status) => {
    const row = jobs.find(({ agreement }) => agreement.startsWith(`${start}-20`))
    expect(row?.status).toBe(status)
  })

  test('what the counting rules leave out says why', () => {
    const why = jobs
      .filter(({ leftOut }) => leftOut)
      .map(({ agreement, leftOut }) => `${agreement.replace(/-20\d\d$/, '')}: ${leftOut}`)
    expect(why).toContain('AEROVANE-DBL: duplicate of AEROVANE-2023')
    expect(why).toContain('FARNHOLT-2: overlaps FARNHOLT-2022')
    expect(why).toContain('PACK-AUTO: parts counted')
    expect(why).toContain('HELIANTE: replaced')
  })
})
