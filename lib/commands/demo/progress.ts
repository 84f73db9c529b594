import { addDays, days, earlier } from '@/lib/domain/iso-date'
import type { IsoDate } from '@/lib/domain/types'
import { type Plan, periodEnds } from './plan'
import { guide, type Promised } from './promise'
import type { Random } from './random'

/** Jobs created by a day, as a company would count them. */
export interface Count {
  day: IsoDate
  created: number
}

const PACES: Readonly<Record<string, readonly [number, number]>> = {
  ahead: [1.13, 1.34],
  track: [0.97, 1.06],
  risk: [0.66, 0.9],
  behind: [0.22, 0.52],
  reversed: [-0.22, -0.08],
  stale: [0.7, 0.95],
  lapsed: [0.5, 0.9],
  retired: [0.25, 0.6],
  replaced: [0.3, 0.5],
  hires: [0.9, 1.02],
  open: [0.4, 0.7],
  level: [0.5, 0.8],
  mixed: [0.7, 0.9],
  indirect: [0.6, 0.9],
}

// Hiring starts slowly, speeds up and levels off: half a straight line, half an S.
function shape(x: number): number {
  const t = Math.min(1, Math.max(0, x))
  return 0.45 * t + 0.55 * t * t * (3 - 2 * t)
}

function lastCounted(plan: Plan, p: Promised, today: IsoDate): IsoDate {
  const event = plan.options.get('ev')?.split('@')[1]
  const stop = event ? addDays(today, -31 * (Number(event) + 1)) : today
  if (plan.story === 'unreported' && p.due) return earlier(stop, addDays(p.due, -150))
  if (plan.story === 'met' && p.due) return earlier(stop, addDays(p.due, 190))
  return stop
}

// How many of the latest half-years a company left out: silence is what makes a report stale.
const SILENT: Readonly<Record<string, number>> = { stale: 2, lapsed: 4 }

/** The days a promise was counted on, the reports that are already published only. */
export function countedDays(plan: Plan, p: Promised, today: IsoDate, lag: number): IsoDate[] {
  const until = earlier(addDays(today, -lag - 6), lastCounted(plan, p, today))
  const ends = periodEnds(addDays(p.start, 100), until, plan.options.has('q') ? 3 : 6)
  const skipped = Number(plan.options.get('skip') ?? SILENT[plan.story] ?? 0)
  return skipped ? ends.slice(0, -skipped) : ends
}

// Stories that end: the day the goal is reached, the height of the plateau, and how much is lost after the deadline.
function finished(
  story: string,
  p: Promised,
  due: IsoDate,
  random: Random,
): ((d: IsoDate) => number) | null {
  const total = days(p.start, due)
  const curve = (reached: number, height: number) => (d: IsoDate) =>
    p.goal * height * shape(days(p.start, d) / reached)
  if (story === 'met') return curve(total * 0.62, random.between(1.005, 1.11))
  if (story === 'missed') return curve(total, random.between(0.55, 0.88))
  if (story === 'unreported') return curve(total, random.between(0.6, 0.95))
  const late = random.between(1.0, 1.05)
  if (story === 'late') {
    return (d) => (d <= due ? curve(total, 0.86)(d) : p.goal * (days(due, d) < 150 ? 0.94 : late))
  }
  if (story !== 'slipped') return null
  return (d) => (d <= due ? curve(total * 0.66, 1.03)(d) : p.goal * random.between(0.84, 0.9))
}

/** The counts behind the reports of one promise, rounded to persons. */
export function counts(plan: Plan, p: Promised, ends: IsoDate[], random: Random): Count[] {
  const last = ends.at(-1)
  if (!last) return []
  const done = p.due && finished(plan.story, p, p.due, random)
  if (done) return ends.map((day) => ({ day, created: Math.ceil(done(day)) }))
  const paces = PACES[plan.story]
  if (!paces) return []
  const total = days(p.start, p.due ?? addDays(last, 500))
  const reach = guide(p, last) * random.between(...paces)
  const atLast = shape(days(p.start, last) / total)
  return ends.map((day) => {
    const noise = day === last ? 1 : random.between(0.93, 1.04)
    const part = shape(days(p.start, day) / total) / atLast
    return { day, created: Math.round(reach * part * noise) }
  })
}

/** What was spent by a day, as a part of the promised amount: plants are paid for before people are hired. */
export function spentPart(p: Promised, day: IsoDate, story: string): number {
  const due = p.due ?? addDays(p.start, 1200)
  const pace = { behind: 0.55, risk: 0.8, ahead: 1.1 }[story] ?? 0.95
  return Math.min(1.06, pace * shape((days(p.start, day) / days(p.start, due)) * 1.25))
}
