import { authorise, type Viewer } from '@/lib/auth/viewer'
import { snapshot, type Tx } from '@/lib/data/client'
import { askedOfPeriod, type ChangeLine, periodState } from '@/lib/data/period'
import { portfolioState } from '@/lib/data/portfolio'
import { refuseUnknownSlugs } from '@/lib/data/slugs'
import { type CauseSums, differenceOf, type Totals } from '@/lib/domain/period'
import { seriesPoint } from '@/lib/domain/portfolio'
import type { Instant, IsoDate, Measure } from '@/lib/domain/types'
import { MOST_PRINTED } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'

/** One end of a period: the day the world is looked at, and what had been recorded. */
export interface PeriodEnd {
  day: IsoDate
  /** Null = everything recorded. */
  knownAt: Instant | null
  /** The last change that counts; '0' of a book in which nothing had been recorded. */
  seq: string
  /** As the dashboard shows them; null = undefined, nobody reports. */
  totals: Totals<bigint | null>
}

/** What changed between two states of the book, and what each change did to its totals. Persons, or centimes of a dirham. */
export interface ChangesReport {
  measure: Measure
  from: PeriodEnd
  to: PeriodEnd
  difference: Totals
  sums: CauseSums[]
  /** In the order in which they happened, as many as a page prints. */
  lines: ChangeLine[]
  /** All of them. */
  total: number
}

/**
 * What changed between two states of the book, each with its effect on the totals of the dashboard; the effects add up to
 * their difference exactly (docs/decisions/0014). Throws Forbidden, and InvalidInput on a company or party that does not exist.
 */
export async function getChangesReport(viewer: Viewer, filters: Filters): Promise<ChangesReport> {
  authorise(viewer, 'portfolio.read')
  await refuseUnknownSlugs(filters)
  const asked = askedOfPeriod(filters)
  const { since, asOf, knownAt } = asked
  return snapshot(async (tx) => {
    const { first, last, sums, lines, total } = await periodState(asked, MOST_PRINTED, tx)
    const endOf = async (day: IsoDate, known: Instant | null, seq: string): Promise<PeriodEnd> => ({
      ...{ day, knownAt: known, seq },
      totals: await totalsAt(tx, filters, day, seq),
    })
    const { sinceKnownAt } = asked.filters
    const from = await endOf(since, sinceKnownAt === null ? null : Date.parse(sinceKnownAt), first)
    const to = await endOf(asOf, knownAt, last)
    const difference = differenceOf(from.totals, to.totals, sums)
    return { measure: filters.measure, from, to, difference, sums, lines, total }
  })
}

async function totalsAt(
  tx: Tx,
  filters: Filters,
  asOf: IsoDate,
  seq: string,
): Promise<Totals<bigint | null>> {
  const { series } = await portfolioState({ filters, asOf, knownAt: null, seq }, tx)
  // The last point of the series is asOf itself, and names both lanes whichever is asked for.
  const last = series.at(-1)
  if (!last) return { promised: 0n, reported: null, verified: null }
  const { promised, reported, verified } = seriesPoint(last.sums)
  return { promised, reported, verified }
}
