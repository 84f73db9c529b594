import { InvalidInput, type Problem } from '@/lib/errors'
import {
  DEFAULT_COHORT,
  DEFAULT_LIMIT,
  type Item,
  isListKey,
  type Key,
  type ListKey,
  lists,
  type Scalar,
  type ScalarKey,
  SURFACES,
  type Surface,
  scalars,
} from './filter-keys'
import { nearest } from './nearest'
import { problemsOf } from './problems'

type Lists = { [K in ListKey]: Item<K>[] }
type Optional = Exclude<ScalarKey, keyof typeof DEFAULTS>

const DEFAULTS = {
  measure: 'net_new_jobs',
  lane: 'reported',
  kind: 'company',
  sort: '-signed',
  cohort: DEFAULT_COHORT,
  limit: DEFAULT_LIMIT,
} as const satisfies { [K in ScalarKey]?: Scalar<K> }

/** Everything an address can ask for. A list that is empty asks for nothing; asOf null is today, knownAt null everything known. */
export type Filters = Lists & { [K in Optional]: Scalar<K> | null } & {
  [K in keyof typeof DEFAULTS]: Scalar<K>
}

/** An address without parameters. */
export function noFilters(): Filters {
  const empty = Object.fromEntries(Object.keys(lists).map((key) => [key, []]))
  const absent = Object.fromEntries(Object.keys(scalars).map((key) => [key, null]))
  return { ...empty, ...absent, ...DEFAULTS } as unknown as Filters // every key of both records is there
}

// Surfaces that a form leads to; a browser sends its unused fields too.
const FORMS: readonly Surface[] = [
  'page',
  'companies',
  'people',
  'targets',
  'calendar',
  'chase',
  'exports',
  'report',
  'dueReport',
  'silentReport',
  'changes',
]

function isKeyOf(surface: Surface, name: string): name is Key {
  return (SURFACES[surface] as readonly string[]).includes(name)
}

function unknownKey(name: string, surface: Surface): Problem {
  const suggestion = nearest(name, SURFACES[surface])
  if (suggestion === null) return { path: name, code: 'unknown_parameter', values: { name } }
  return { path: name, code: 'unknown_parameter_near', values: { name, suggestion } }
}

function unknownValue(key: Key, value: string, allowed: readonly string[]): Problem {
  const suggestion = nearest(value, allowed)
  const values = { value, allowed: allowed.join(', ') }
  if (suggestion === null) return { path: key, code: 'unknown_value', values }
  return { path: key, code: 'unknown_value_near', values: { ...values, suggestion } }
}

const FORMATS: Partial<Record<Key, string>> = {
  company: 'not_a_slug',
  party: 'not_a_slug',
  limit: 'not_a_limit',
}

function read(key: Key, text: string, problems: Problem[]): unknown {
  const schema = isListKey(key) ? lists[key] : scalars[key]
  const parsed = schema.safeParse(text)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  if (issue?.code === 'invalid_value')
    problems.push(unknownValue(key, text, issue.values.map(String)))
  else if (issue?.code === 'too_small') problems.push({ path: key, code: 'empty' })
  else if (issue?.code === 'too_big')
    problems.push({ path: key, code: 'too_long', values: { maximum: Number(issue.maximum) } })
  else if (issue?.code === 'custom') {
    const [problem] = problemsOf(parsed.error)
    if (problem)
      problems.push({ ...problem, path: key, values: { value: text, ...problem.values } })
  } else
    problems.push({
      path: key,
      code: FORMATS[key] ?? 'invalid',
      values: { value: text, maximum: 200 },
    })
  return undefined
}

/** What an address asks of a surface. Throws InvalidInput naming every unknown key and value, with the near miss where there is one. On a page an empty value is an unused form field. */
export function parseFilters(address: URLSearchParams, surface: Surface): Filters {
  const filters: Record<string, unknown> = { ...noFilters() }
  const problems: Problem[] = []
  for (const name of new Set(address.keys())) {
    if (!isKeyOf(surface, name)) {
      problems.push(unknownKey(name, surface))
      continue
    }
    const given = address.getAll(name)
    const texts = FORMS.includes(surface) ? given.filter(Boolean) : given
    if (isListKey(name)) {
      filters[name] = [...new Set(texts)].map((text) => read(name, text, problems))
      continue
    }
    if (texts.length > 1) problems.push({ path: name, code: 'repeated', values: { name } })
    const [text] = texts
    if (text !== undefined) filters[name] = read(name, text, problems)
  }
  const result = filters as Filters // each member came through the schema of its key
  if (result.signedFrom && result.signedTo && result.signedFrom > result.signedTo)
    problems.push({ path: 'signedTo', code: 'ends_before_it_begins' })
  if (result.since && result.asOf && result.since > result.asOf)
    problems.push({ path: 'asOf', code: 'ends_before_it_begins' })
  if (problems.length > 0) throw new InvalidInput(problems)
  return result
}

/** The canonical query of what is asked for: keys in one order, lists sorted, nothing that is the default; '' when nothing is left. */
export function printFilters(filters: Partial<Filters>): string {
  const address = new URLSearchParams()
  for (const key of [...Object.keys(lists), ...Object.keys(scalars)] as Key[]) {
    const value = filters[key]
    if (value === null || value === undefined) continue
    if (Array.isArray(value)) {
      for (const item of value.map(String).sort()) address.append(key, item)
      continue
    }
    const usual: Record<string, unknown> = DEFAULTS
    if (value !== usual[key]) address.set(key, String(value))
  }
  return address.toString()
}
