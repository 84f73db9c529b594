import type { z } from 'zod'
import { dueOf, isPeriod } from '@/lib/domain/deadline'
import { isIsoDate } from '@/lib/domain/iso-date'
import { HOME_CURRENCY, minorDigits, parseMoney } from '@/lib/domain/money'
import type { Problem } from '@/lib/errors'
import { coded } from './problems'
import type { CommitmentBody, StandingBody, VersionBody } from './standing'

type Context = z.RefinementCtx
type Path = (string | number)[]
type Say = (code: string, path: Path, values?: Problem['values']) => void

function sayer(context: Context, base: Path): Say {
  return (code, path, values) =>
    context.addIssue({ code: 'custom', path: [...base, ...path], ...coded(code, values) })
}

/** Reports an amount that is not a whole number of persons (currency null) or of minor units. */
function checkAmount(say: Say, path: Path, amount: number, currency: string | null): void {
  if (Math.abs(amount) > Number.MAX_SAFE_INTEGER)
    say('above_maximum', path, { maximum: Number.MAX_SAFE_INTEGER })
  else if (currency === null && !Number.isInteger(amount)) say('not_whole', path)
  else if (currency !== null && parseMoney(String(amount), currency) === null)
    say('too_many_decimals', path, { digits: minorDigits(currency) })
}

/** Rules between the fields of a commitment: version order, quantities, milestones (method, sections 2, 3 and 10). */
export function checkCommitment(commitment: CommitmentBody, context: Context): void {
  for (const [index, version] of commitment.versions.entries()) {
    const say = sayer(context, ['commitment', 'versions', index])
    checkKind(say, version, index, commitment.versions)
    checkQuantity(say, version, unitOf(commitment))
    if (version.due && !version.preposition) say('required', ['preposition'])
    checkMilestones(say, version, commitment)
  }
}

function unitOf({ measure, currency }: CommitmentBody): string | null {
  return measure === 'investment' ? (currency ?? HOME_CURRENCY) : null
}

function checkKind(say: Say, version: VersionBody, index: number, all: VersionBody[]): void {
  const { kind } = version
  if (index === 0 && kind !== 'original') say('first_must_be_original', ['kind'])
  if (index > 0 && kind === 'original') say('original_only_first', ['kind'])
  if (kind === 'amendment' && !version.effectiveOn) say('required', ['effectiveOn'])
  if (kind !== 'amendment' && version.effectiveOn) say('not_allowed_here', ['effectiveOn'])
  if (kind !== 'correction') {
    if (version.corrects != null) say('not_allowed_here', ['corrects'])
  } else if (version.corrects == null) say('required', ['corrects'])
  else if ((all[version.corrects - 1]?.kind ?? 'correction') === 'correction')
    say('corrects_nothing', ['corrects'])
}

function checkQuantity(say: Say, version: VersionBody, currency: string | null): void {
  const { comparator, value, valueHigh } = version
  if (comparator === 'missing') return
  if (value == null) say('required', ['value'])
  else if (value <= 0) say('not_positive', ['value'])
  else checkAmount(say, ['value'], value, currency)
  if (comparator !== 'range') {
    if (valueHigh != null) say('not_allowed_here', ['valueHigh'])
  } else if (valueHigh == null) say('required', ['valueHigh'])
  else if (valueHigh < (value ?? 0)) say('high_below_value', ['valueHigh'])
  else checkAmount(say, ['valueHigh'], valueHigh, currency)
}

interface Step {
  day: string
  value: number
}

// A day that cannot be read is refused where it stands; what depends on it is not judged.
function areDays({ due, milestones }: VersionBody, { start }: CommitmentBody): boolean {
  const periods = [due, ...(milestones ?? []).map((milestone) => milestone.due)]
  return (
    periods.every((period) => period == null || isPeriod(period)) &&
    (start == null || isIsoDate(start))
  )
}

function checkMilestones(say: Say, version: VersionBody, commitment: CommitmentBody): void {
  if (!areDays(version, commitment)) return
  const { due, preposition } = version
  const end = due && preposition ? dueOf({ period: due, preposition }) : null
  const steps = (version.milestones ?? []).map((milestone) => ({
    day: dueOf({ period: milestone.due, preposition: milestone.preposition }),
    value: milestone.value,
  }))
  const floor = milestoneFloor(version, commitment)
  for (const [index, step] of steps.entries()) {
    const sayHere: Say = (code, path) => say(code, ['milestones', index, ...path])
    checkStepDay(sayHere, step, steps[index - 1], commitment.start ?? null, end)
    checkStepValue(sayHere, step, steps[index - 1], floor, version)
    checkAmount(sayHere, ['value'], step.value, unitOf(commitment))
  }
}

// A level's milestones count from the baseline too, so they must lie above it to be positive steps of a positive target.
function milestoneFloor(version: VersionBody, { measure, baseline }: CommitmentBody): number {
  if (measure !== 'headcount_level' || baseline == null) return 0
  const level = typeof baseline === 'number' ? baseline : baseline.value
  return (version.value ?? 0) > level ? level : 0
}

function checkStepDay(
  say: Say,
  { day }: Step,
  before: Step | undefined,
  start: string | null,
  end: string | null,
): void {
  if (end === null) say('milestone_without_deadline', ['due'])
  else if (day >= end || (start !== null && day <= start)) say('milestone_outside', ['due'])
  else if (before && day <= before.day) say('milestone_out_of_order', ['due'])
}

function checkStepValue(
  say: Say,
  { value }: Step,
  before: Step | undefined,
  floor: number,
  { comparator, value: target }: VersionBody,
): void {
  if (value <= floor) say('not_positive', ['value'])
  else if (before && value < before.value) say('milestone_decreases', ['value'])
  else if (comparator !== 'missing' && target != null && value > target)
    say('milestone_exceeds_target', ['value'])
}

/** Amounts of the observations: whole persons or money of the commitment's currency; only a cumulative creation may be negative (method, section 5). */
export function checkObservations(body: StandingBody, context: Context): void {
  const currency = body.commitment.currency ?? HOME_CURRENCY
  for (const [index, { kind, value }] of body.observations.entries()) {
    const say = sayer(context, ['observations', index])
    if (value < 0 && kind !== 'created_cumulative') say('below_minimum', ['value'], { minimum: 0 })
    else checkAmount(say, ['value'], value, kind === 'invested_cumulative' ? currency : null)
  }
}
