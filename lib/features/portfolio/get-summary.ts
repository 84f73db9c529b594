import { authorise, type Viewer } from '@/lib/auth/viewer'
import { momentOf } from '@/lib/clock'
import { type PortfolioState, portfolioState } from '@/lib/data/portfolio'
import { refuseUnknownSlugs } from '@/lib/data/slugs'
import { METHOD } from '@/lib/domain/method'
import type { MoneyTotal } from '@/lib/domain/money-total'
import {
  figures,
  type PortfolioFigures,
  type SeriesPoint,
  seriesPoint,
} from '@/lib/domain/portfolio'
import type { Instant, IsoDate, Lane, Measure } from '@/lib/domain/types'
import type { Filters } from '@/lib/schemas/filters'

/** The figures of a filtered portfolio on both clocks, exact: persons, or centimes of a dirham where the measure is money. */
export interface Summary {
  measure: Measure
  lane: Lane
  asOf: IsoDate
  knownAt: Instant | null
  method: string
  figures: PortfolioFigures
  /** The investment of the same agreements. */
  money: MoneyTotal
  /** Months from the first signature to asOf; the last point stands for asOf itself. */
  series: ({ month: string; day: IsoDate } & SeriesPoint)[]
  leftOut: PortfolioState['leftOut']
  companies: PortfolioState['companies']
  /** The last change that counted. */
  seq: string
}

/** Every figure of the portfolio under the filters (method, section 9). Throws Forbidden, and InvalidInput on a company or party that does not exist. */
export async function getSummary(viewer: Viewer, filters: Filters): Promise<Summary> {
  authorise(viewer, 'portfolio.read')
  const moment = momentOf(filters)
  await refuseUnknownSlugs(filters)
  const state = await portfolioState({ filters, ...moment, seq: null })
  return {
    measure: filters.measure,
    lane: filters.lane,
    ...moment,
    method: METHOD,
    figures: figures(state.sums),
    money: state.money,
    series: state.series.map(({ month, day, sums }) => ({ month, day, ...seriesPoint(sums) })),
    leftOut: state.leftOut,
    companies: state.companies,
    seq: state.seq,
  }
}
