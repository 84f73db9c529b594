import { standing } from '@/lib/domain/standing'
import { type StandingJson, standingJson } from '@/lib/domain/standing-json'
import type { Standing } from '@/lib/domain/types'
import { InvalidInput, type Problem } from '@/lib/errors'
import { standingCaseOf } from '@/lib/schemas/standing'

export const REPORT_LINES = 4
export const MILESTONE_LINES = 2

/** What was typed, by the dotted path of the field in the body of POST /api/v1/standing. */
export type Entries = Record<string, string>

export interface LaneResult {
  standing: Standing
  json: StandingJson
}

export interface Outcome {
  entries: Entries
  /** Located at the names of the fields. */
  problems: Problem[]
  result: { reported: LaneResult; verified: LaneResult } | null
}

/** The case of the worked example: 1,050 − 800 = 250 created of 1,500. */
export const EXAMPLE: Entries = {
  asOf: '2025-12-31',
  lifecycle: 'in_force',
  'commitment.measure': 'net_new_jobs',
  'commitment.scope': 'direct',
  'commitment.start': '2024-04-29',
  'commitment.baseline': '800',
  'commitment.currency': 'MAD',
  'commitment.versions.0.comparator': 'eq',
  'commitment.versions.0.value': '1500',
  'commitment.versions.0.preposition': 'by',
  'commitment.versions.0.due': '2027',
  'observations.0.dataDate': '2025-12-31',
  'observations.0.kind': 'headcount',
  'observations.0.value': '1050',
  'observations.0.evidence': 'self_reported',
}

const NUMBER = /^-?\d+(\.\d+)?$/

/** A number as people type it: spaces between thousands, a decimal comma, a true minus. Anything else stays text, for the schema to refuse. */
function numeric(text: string): number | string {
  const plain = text
    .replace(/[\s\u202f]/g, '')
    .replace('−', '-')
    .replace(/^(-?\d+),(\d{1,2})$/, '$1.$2')
  return NUMBER.test(plain) ? Number(plain) : text
}

type Fields = Record<string, unknown>

function fieldsAt(
  entries: Entries,
  prefix: string,
  numbers: readonly string[],
  names: readonly string[],
): Fields {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = entries[`${prefix}${name}`]?.trim()
      return text ? [[name, numbers.includes(name) ? numeric(text) : text]] : []
    }),
  )
}

/** Lines that hold a number or a date, each with its place on the form; the choices of an empty line say nothing. */
function filledLines(
  entries: Entries,
  prefix: string,
  lines: number,
  names: readonly string[],
  typed: readonly string[],
) {
  return Array.from({ length: lines }, (_, line) => line)
    .filter((line) => typed.some((name) => entries[`${prefix}.${line}.${name}`]?.trim()))
    .map((line) => ({ line, fields: fieldsAt(entries, `${prefix}.${line}.`, ['value'], names) }))
}

const VERSION = 'commitment.versions.0'

function bodyOf(entries: Entries) {
  const reports = filledLines(
    entries,
    'observations',
    REPORT_LINES,
    ['dataDate', 'kind', 'value', 'evidence'],
    ['dataDate', 'value'],
  )
  const milestones = filledLines(
    entries,
    `${VERSION}.milestones`,
    MILESTONE_LINES,
    ['preposition', 'due', 'value'],
    ['due', 'value'],
  )
  const commitment = fieldsAt(
    entries,
    'commitment.',
    ['baseline'],
    ['measure', 'scope', 'start', 'baseline', 'currency'],
  )
  const version = fieldsAt(
    entries,
    `${VERSION}.`,
    ['value', 'valueHigh'],
    ['comparator', 'value', 'valueHigh', 'due', 'preposition'],
  )
  if (version.due === undefined) delete version.preposition
  const body = {
    ...fieldsAt(entries, '', [], ['asOf', 'lifecycle']),
    commitment: {
      ...commitment,
      versions: [
        { ...version, kind: 'original', milestones: milestones.map(({ fields }) => fields) },
      ],
    },
    observations: reports.map(({ fields }) => fields),
  }
  return { body, reports, milestones }
}

/** Moves a path from the body, where empty lines are left out, back to the line on the form. */
function onForm(path: string, lists: Record<string, { line: number }[]>): string {
  for (const [prefix, lines] of Object.entries(lists)) {
    const [, index, rest] =
      new RegExp(`^${prefix.replaceAll('.', '\\.')}\\.(\\d+)(.*)$`).exec(path) ?? []
    if (index !== undefined) return `${prefix}.${lines[Number(index)]?.line ?? index}${rest}`
  }
  return path
}

// The form has no field for knownAt, so its end of day is never asked for.
function noSecondClock(): never {
  throw new RangeError('the calculator knows everything')
}

/** What the entries mean by the method, or what is wrong with them and where. The entries come back unchanged either way. */
export function calculate(entries: Entries): Outcome {
  const { body, reports, milestones } = bodyOf(entries)
  try {
    const parsed = standingCaseOf(body, noSecondClock)
    const lane = (name: 'reported' | 'verified'): LaneResult => {
      const result = standing(parsed, name)
      return { standing: result, json: standingJson(result, parsed.measure, parsed.currency) }
    }
    return {
      entries,
      problems: [],
      result: { reported: lane('reported'), verified: lane('verified') },
    }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const lists = { observations: reports, [`${VERSION}.milestones`]: milestones }
    const problems = error.problems.map((problem) => ({
      ...problem,
      path: onForm(problem.path, lists),
    }))
    return { entries, problems, result: null }
  }
}
