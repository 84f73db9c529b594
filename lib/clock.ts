import { addDays, isIsoDate } from '@/lib/domain/iso-date'
import type { Instant, IsoDate } from '@/lib/domain/types'

const ZONE = 'Africa/Casablanca'
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  hourCycle: 'h23',
})
const HOUR_MS = 3_600_000

/** The calendar day in Casablanca at an instant. */
export function dayOf(instant: Instant): IsoDate {
  return calendar.format(instant)
}

/** Today in Casablanca. */
export function today(): IsoDate {
  return dayOf(Date.now())
}

/** The last millisecond of a day in Casablanca: what a bare date for knownAt means (semantics section 1). */
export function endOfDay(day: IsoDate): Instant {
  // Casablanca is at most two hours from UTC, so the boundary lies within half a day of UTC midnight: bisect it exactly.
  const utcMidnight = Date.parse(`${day}T24:00:00Z`)
  let [inside, outside] = [utcMidnight - 43_200_000, utcMidnight + 43_200_000]
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2)
    if (dayOf(middle) <= day) inside = middle
    else outside = middle
  }
  return inside
}

/** The first instant of a day at which clocks in Casablanca show an hour; a later one on a day that skips it. */
export function instantAt(day: IsoDate, hour: number): Instant {
  // Ramadan moves the clocks there by a whole hour, back on its first Sunday and forth after its last.
  let instant = endOfDay(addDays(day, -1)) + 1
  while (dayOf(instant) === day && Number(hours.format(instant)) < hour) instant += HOUR_MS
  return instant
}

/** Both clocks of an address as the method reads them: asOf absent is today, knownAt absent (null) is everything, a bare day its end. */
export function momentOf(asked: { asOf: IsoDate | null; knownAt: string | null }): {
  asOf: IsoDate
  knownAt: Instant | null
} {
  const { asOf, knownAt } = asked
  return { asOf: asOf ?? today(), knownAt: knownAt === null ? null : instantOf(knownAt) }
}

/** The instant that an address names; a bare day is its end. */
function instantOf(moment: string): Instant {
  return isIsoDate(moment) ? endOfDay(moment) : Date.parse(moment)
}

/** The two states of the book between which a period is told, on both clocks. */
export interface Period {
  since: IsoDate
  sinceKnownAt: Instant | null
  asOf: IsoDate
  knownAt: Instant | null
}

/**
 * A period of an address: until today, since the end of the year before. Either end is known as it was at the end of its own
 * day unless the address says otherwise; null is everything known now.
 */
export function periodOf(asked: {
  since: IsoDate | null
  sinceKnownAt: string | null
  asOf: IsoDate | null
  knownAt: string | null
}): Period {
  const now = today()
  const knownOn = (day: IsoDate, moment: string | null) =>
    moment === null ? (day < now ? endOfDay(day) : null) : instantOf(moment)
  const latest = asked.since !== null && asked.since > now ? asked.since : now
  const asOf = asked.asOf ?? latest
  const usual = `${String(Number(asOf.slice(0, 4)) - 1).padStart(4, '0')}-12-31`
  const since = asked.since ?? usual
  return {
    ...{ since, sinceKnownAt: knownOn(since, asked.sinceKnownAt) },
    ...{ asOf, knownAt: knownOn(asOf, asked.knownAt) },
  }
}
