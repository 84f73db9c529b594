import { z } from 'zod'
import { type Head, head } from '@/lib/data/changes'
import type { Tx } from '@/lib/data/client'
import { idsOf, loadAgreements } from '@/lib/data/ledger'
import { toHistory } from '@/lib/data/mappers'
import { portfolioState } from '@/lib/data/portfolio'
import { isOfAgreement, type LedgerRecord, writeLedger } from '@/lib/data/write-ledger'
import { caseAt } from '@/lib/domain/history'
import { figures } from '@/lib/domain/portfolio'
import { standing } from '@/lib/domain/standing'
import { type StandingJson, standingJson } from '@/lib/domain/standing-json'
import {
  type Instant,
  type IsoDate,
  LANES,
  type Lane,
  MEASURES,
  type Measure,
} from '@/lib/domain/types'
import { noFilters } from '@/lib/schemas/filters'

const whole = z.string().regex(/^-?\d+$/)

const effectFigures = z.object({
  count: z.number(),
  stated: z.number(),
  promised: whole,
  gross: whole,
  reporting: z.object({ count: z.number(), promised: whole, created: whole.nullable() }),
  cohort: z.object({ year: z.number(), count: z.number(), promised: whole }),
})

/** The headline figures of one measure, reported lane: persons, or centimes of a dirham for investment; whole numbers as text. */
export type EffectFigures = z.output<typeof effectFigures>

/** One commitment in one lane before and after; null where there was none. */
export interface EffectStanding {
  measure: Measure
  currency: string | null
  lane: Lane
  before: StandingJson | null
  after: StandingJson | null
}

const beforeAndAfter = z.object({ before: effectFigures, after: effectFigures })

export const effectSchema = z.object({
  asOf: z.string(),
  /** The last change that counted. */
  seq: z.number(),
  net_new_jobs: beforeAndAfter,
  investment: beforeAndAfter,
  standings: z.array(z.custom<EffectStanding>((value) => typeof value === 'object')),
  /** The largest move of a total, in parts per million of it: what the queue is sorted by. */
  weight: z.number(),
})

/** What accepting a proposal would do to the portfolio and to its agreement, computed by writing it and taking it back. */
export type Effect = z.output<typeof effectSchema>

async function figuresAt(
  tx: Tx,
  measure: Measure,
  asOf: IsoDate,
  seq: number,
): Promise<EffectFigures> {
  const filters = { ...noFilters(), measure }
  const state = await portfolioState({ filters, asOf, knownAt: null, seq: String(seq) }, tx)
  const { count, promised, reporting, cohort } = figures(state.sums)
  return {
    count,
    stated: promised.stated,
    promised: promised.value.toString(),
    gross: promised.gross.toString(),
    reporting: {
      count: reporting.count,
      promised: reporting.promised.toString(),
      created: reporting.created?.toString() ?? null,
    },
    cohort: { year: cohort.year, count: cohort.count, promised: cohort.promised.toString() },
  }
}

type Key = `${Measure} ${Lane}`

async function standingsOf(tx: Tx, reference: string, asOf: IsoDate) {
  const id = (await idsOf(tx, [reference])).get(reference)
  const [agreement] = id === undefined ? [] : await loadAgreements(tx, [id])
  const found = new Map<Key, { currency: string | null; json: StandingJson }>()
  if (!agreement) return found
  const history = toHistory(agreement)
  for (const { measure, currency } of agreement.commitments) {
    const c = caseAt(history, measure, asOf, null)
    if (!c) continue
    for (const lane of LANES)
      found.set(`${measure} ${lane}`, {
        currency,
        json: standingJson(standing(c, lane), measure, currency),
      })
  }
  return found
}

const PPM = 1_000_000n

/** The largest of some numbers that are not negative. */
function largest(numbers: readonly bigint[]): bigint {
  const [most = 0n] = numbers.toSorted((a, b) => (a < b ? 1 : -1))
  return most
}

function moved(before: string | null, after: string | null): bigint {
  const [from, to] = [BigInt(before ?? '0'), BigInt(after ?? '0')]
  const size = (value: bigint) => (value < 0n ? -value : value)
  const whole = largest([size(from), size(to)])
  return whole === 0n ? 0n : (size(to - from) * PPM) / whole
}

function weightOf(pairs: readonly { before: EffectFigures; after: EffectFigures }[]): number {
  const moves = pairs.flatMap(({ before, after }) => [
    moved(before.promised, after.promised),
    moved(before.gross, after.gross),
    moved(before.reporting.created, after.reporting.created),
    moved(before.reporting.promised, after.reporting.promised),
    moved(before.cohort.promised, after.cohort.promised),
  ])
  return Number(largest(moves))
}

/** What several acceptances together do to the portfolio. */
export type JointEffect = Pick<Effect, 'asOf' | 'net_new_jobs' | 'investment'>

async function portfolioBetween(tx: Tx, asOf: IsoDate, from: number, to: number) {
  const compared = async (measure: Measure) => ({
    before: await figuresAt(tx, measure, asOf, from),
    after: await figuresAt(tx, measure, asOf, to),
  })
  return { net_new_jobs: await compared('net_new_jobs'), investment: await compared('investment') }
}

/** The portfolio just behind one change and just behind a later one, as of a day. */
export async function effectBetween(
  tx: Tx,
  asOf: IsoDate,
  { from, to }: { from: number; to: number },
): Promise<JointEffect> {
  return { asOf, ...(await portfolioBetween(tx, asOf, from, to)) }
}

/** The portfolio before and after everything that the caller's transaction wrote behind the change `from` (method, section 9). */
export async function jointEffect(tx: Tx, asOf: IsoDate, from: number): Promise<JointEffect> {
  const { seq } = await head(tx)
  return effectBetween(tx, asOf, { from, to: seq })
}

/**
 * Writes a record behind `last` and compares the portfolio before and after, by the statement of the dashboard, and
 * the standings of its agreement by lib/domain (method, sections 8 and 9). The caller's transaction holds the chain and
 * is to be rolled back.
 */
export async function rehearseEffect(
  tx: Tx,
  last: Head,
  record: LedgerRecord,
  { asOf, now }: { asOf: IsoDate; now: Instant },
): Promise<Effect> {
  const reference = isOfAgreement(record) ? record.reference : ''
  const before = await standingsOf(tx, reference, asOf)
  const changes = await writeLedger(tx, last, [record], now)
  const after = await standingsOf(tx, reference, asOf)
  const seq = changes.at(-1)?.seq ?? last.seq
  const portfolio = await portfolioBetween(tx, asOf, last.seq, seq)
  return {
    asOf,
    seq: last.seq,
    ...portfolio,
    standings: MEASURES.flatMap((measure) =>
      LANES.flatMap((lane): EffectStanding[] => {
        const [was, is] = [before.get(`${measure} ${lane}`), after.get(`${measure} ${lane}`)]
        if (!was && !is) return []
        const currency = (is ?? was)?.currency ?? null
        return [{ measure, currency, lane, before: was?.json ?? null, after: is?.json ?? null }]
      }),
    ),
    weight: weightOf([portfolio.net_new_jobs, portfolio.investment]),
  }
}
