import { addDays, earlier, lastDayOfMonth } from '@/lib/domain/iso-date'
import type { IsoDate } from '@/lib/domain/types'
import type { ImportKind } from '@/lib/schemas/import'
import { agreement } from './agreement'
import { plans } from './plan'
import { promised } from './promise'
import { reports } from './reports'
import type { Known, Row } from './row'
import { targets } from './targets'
import { amendments, events } from './turns'

/** What was typed in on one day. */
export interface DemoBatch extends Readonly<Record<ImportKind, readonly Row[]>> {
  recordedOn: IsoDate
}

function everything(today: IsoDate): Known[] {
  const agreements = new Map<string, Known>()
  const all: Known[] = []
  for (const plan of plans()) {
    const p = promised(plan, today)
    const own = agreement(plan, p, today, agreements)
    agreements.set(plan.key, own)
    all.push(own, ...amendments(plan, p), ...reports(plan, p, today), ...events(plan, p, today))
  }
  const first = all.reduce((day, { on }) => earlier(day, on), today)
  return [...targets(today, first), ...all]
}

// The desk types in at the end of a quarter, in the last year every month, and yesterday.
function deskDay(day: IsoDate, today: IsoDate): IsoDate {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const quarterEnd = lastDayOfMonth(year, Math.ceil(month / 3) * 3)
  const recent = quarterEnd > addDays(today, -365)
  return earlier(recent ? lastDayOfMonth(year, month) : quarterEnd, addDays(today, -1))
}

/**
 * An invented portfolio of about 150 agreements of the last six years as seen on a day, in batches
 * from the oldest: importing each on its `recordedOn`, in the order agreements, amendments, reports,
 * events, targets, gives a ledger whose past knowledge can be visited. The same day gives the same rows.
 */
export function demoPortfolio(today: IsoDate): DemoBatch[] {
  const days = new Map<IsoDate, Record<ImportKind, Row[]>>()
  for (const { kind, on, row } of everything(today)) {
    const day = deskDay(on, today)
    const batch = days.get(day) ?? {
      agreements: [],
      amendments: [],
      reports: [],
      events: [],
      targets: [],
      rates: [],
    }
    batch[kind].push(row)
    days.set(day, batch)
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([recordedOn, batch]) => ({ recordedOn, ...batch }))
}
