import { addDays, days, later } from '@/lib/domain/iso-date'
import type { Deadline, IsoDate } from '@/lib/domain/types'
import { deadlineOf, dueDay, type Plan, workingDay } from './plan'

/** A quantity literal taken apart: sign (`>`, `>=`, `~`, `<=`, `<`), number and upper end of a range. */
export interface Stated {
  sign: string
  low: number
  high: number | null
  reason: string
  currency: string
}

/** A quantity of the tables: `>2800`, `200..250`, `~34 EUR`, `?withheld`. */
export function statedOf(text: string): Stated {
  const match = /^(>=|>|~|<=|<)?([\d.]+?)(?:\.\.(\d+))?(?: ([A-Z]{3}))?$/.exec(text)
  const [, sign = '', low = '0', high, currency = 'MAD'] = match ?? []
  const reason = match ? '' : text.slice(1)
  return { sign, low: Number(low), high: high ? Number(high) : null, reason, currency }
}

/** The quantity as files write it, `scale` times the number of the table. */
export function quantityText({ sign, low, high, reason }: Stated, scale = 1): string {
  if (reason) return ''
  return `${sign}${Math.round(low * scale)}${high ? `..${high * scale}` : ''}`
}

export interface Step {
  day: IsoDate
  value: number
}

/** One change of the promise, from the options of the table. */
export interface Revision {
  how: 'raise' | 'cut' | 'later' | 'corr' | 'money'
  on: IsoDate
  jobs: Stated
  deadline: Deadline | null
  milestones: Step[]
}

/** A promise in the calendar of today: as signed, and as in force after its revisions. */
export interface Promised {
  reference: string
  signedOn: IsoDate
  start: IsoDate
  jobs: Stated
  deadline: Deadline | null
  milestones: Step[]
  revisions: Revision[]
  /** What counts today: the goal in jobs above the baseline, its day, and the guide line through the milestones. */
  goal: number
  due: IsoDate | null
  baseline: number | null
}

function milestonesOf(start: IsoDate, due: IsoDate, goal: number, baseline: number): Step[] {
  const ends = [0.36, 0.7].map((part) => ({ part, day: addDays(start, days(start, due) * part) }))
  return ends.map(({ part, day }) => ({
    day: `${day.slice(0, 4)}-12-31` < due ? `${day.slice(0, 4)}-12-31` : day,
    value: Math.round((goal * (part - 0.06)) / 10) * 10 + baseline,
  }))
}

const REVISIONS = ['raise', 'cut', 'later', 'corr', 'money'] as const

/** Reads one line of the tables against a calendar. */
export function promised(plan: Plan, today: IsoDate): Promised {
  const { key, options } = plan
  const signedOn = workingDay(today, plan.signed, key)
  const startMonth = options.get('start')
  const start = startMonth ? workingDay(today, Number(startMonth), `${key} start`) : signedOn
  const baselineText = options.get('b')
  const baseline = baselineText === undefined ? null : statedOf(baselineText).low
  const level = options.has('level')
  let jobs = statedOf(plan.jobs)
  let deadline = deadlineOf(plan.deadline, today)
  const offset = level ? (baseline ?? 0) : 0
  const end = dueDay(deadline)
  let milestones =
    options.has('ms') && end ? milestonesOf(start, end, jobs.low - offset, offset) : []
  const original = { jobs, deadline, milestones }
  const revisions: Revision[] = []
  for (const how of REVISIONS) {
    const [what = '', months] = options.get(how)?.split('@') ?? []
    if (months === undefined) continue
    const on = workingDay(today, Number(months), `${key} ${how}`)
    if (how === 'later') deadline = deadlineOf(what, today)
    else if (how !== 'money') jobs = { ...jobs, ...statedOf(what) }
    const latest = dueDay(deadline)
    milestones = milestones.filter((m) => m.value <= jobs.low && latest !== null && m.day < latest)
    revisions.push({ how, on, jobs: how === 'money' ? statedOf(what) : jobs, deadline, milestones })
  }
  const ceiling = jobs.sign.startsWith('<') ? 0.6 : 1
  return {
    ...{ reference: `${key}-${signedOn.slice(0, 4)}`, signedOn, start, ...original, revisions },
    goal: jobs.reason ? 200 : Math.max(jobs.low * ceiling - offset, 40),
    due: dueDay(deadline),
    baseline,
  }
}

/** The guide line of the promise in force at a day, in jobs. */
export function guide(p: Promised, day: IsoDate): number {
  const due = p.due ?? addDays(later(p.start, day), 900)
  const inForce = p.revisions.at(-1)?.milestones ?? p.milestones
  const points = [{ day: p.start, value: 0 }, ...inForce, { day: due, value: p.goal }]
  for (const [i, to] of points.entries()) {
    const from = points[i - 1]
    if (!from || day > to.day) continue
    const part = days(from.day, day) / Math.max(1, days(from.day, to.day))
    return Math.max(0, from.value + (to.value - from.value) * part)
  }
  return p.goal
}
