import { dueOf } from '@/lib/domain/deadline'
import { lastDayOfMonth } from '@/lib/domain/iso-date'
import type { Deadline, IsoDate, Preposition } from '@/lib/domain/types'
import { GOODS } from './goods'
import { INDUSTRY } from './industry'
import type { Language } from './language'
import { randomOf } from './random'
import { SERVICES } from './services'

/** One line of the tables, its dates still relative to today. */
export interface Plan {
  key: string
  company: string
  sector: string
  city: string
  language: Language
  type: string
  jobs: string
  signed: number
  deadline: string
  story: string
  amount: string
  options: Map<string, string>
}

function planOf(line: string): Plan {
  const cells = line.split('|')
  const [key = '', company = '', sector = '', city = '', language = '', type = ''] = cells
  const [jobs = '', signed = '', deadline = '', story = '', amount = '', rest = ''] = cells.slice(6)
  const options = new Map<string, string>()
  for (const word of rest.match(/with=.*$|\S+/g) ?? []) {
    const at = word.indexOf('=')
    options.set(at < 0 ? word : word.slice(0, at), at < 0 ? '' : word.slice(at + 1))
  }
  return {
    ...{ key, company, sector, city, language: language as Language, type }, // the tables hold en, fr, ar only
    ...{ jobs, signed: Number(signed), deadline, story, amount, options },
  }
}

/** Every promise of the invented portfolio, the longest signed first (so that a relation finds what it names). */
export function plans(): Plan[] {
  const all = [INDUSTRY, SERVICES, GOODS].flatMap((table) => table.trim().split('\n').map(planOf))
  return all.sort((a, b) => b.signed - a.signed)
}

const two = (n: number) => String(n).padStart(2, '0')

/** The month n months before (after, if negative) today's, `YYYY-MM`. */
export function monthBefore(today: IsoDate, n: number): string {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - n
  return `${Math.floor(month / 12)}-${two((month % 12) + 1)}`
}

/** A working day of the month n months ago, the same for the same seed. */
export function workingDay(today: IsoDate, n: number, seed: string): IsoDate {
  const month = monthBefore(today, n)
  const date = randomOf(seed).whole(3, 26)
  const weekday = new Date(`${month}-${two(date)}T00:00:00Z`).getUTCDay()
  return `${month}-${two(weekday === 0 ? date + 1 : weekday === 6 ? date + 2 : date)}`
}

function periodOf(text: string, today: IsoDate): string {
  const [, unit, offset = '0', suffix = ''] = /^([ymd])([+-]\d+)?(-.+)?$/.exec(text) ?? []
  if (unit === 'y') return `${Number(today.slice(0, 4)) + Number(offset)}${suffix}`
  const month = monthBefore(today, -Number(offset))
  return unit === 'd' ? `${month}-15` : month
}

/** A deadline of the tables (`by y+1`, `in y+1-H1`, `by m+8`, `-`) in the calendar of today. */
export function deadlineOf(text: string, today: IsoDate): Deadline | null {
  const [word = '', period = ''] = text.split(/[ _]/)
  if (word === '-') return null
  const preposition = (word === 'end' ? 'end_of' : word) as Preposition // the tables hold the four words only
  return { preposition, period: periodOf(period, today) }
}

/** The last day of the deadline, null without one. */
export function dueDay(deadline: Deadline | null): IsoDate | null {
  return deadline && dueOf(deadline)
}

/** The quarter ends (or half-year ends) after one day up to another, both ends of the calendar year included. */
export function periodEnds(after: IsoDate, until: IsoDate, months: 3 | 6): IsoDate[] {
  const ends: IsoDate[] = []
  for (let year = Number(after.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
    for (let month = months; month <= 12; month += months) ends.push(lastDayOfMonth(year, month))
  }
  return ends.filter((day) => day > after && day <= until)
}
