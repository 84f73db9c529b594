import { z } from 'zod'
import { PROPOSAL_KINDS, PROPOSAL_STATES } from '@/lib/domain/types'
import { InvalidInput, type Problem } from '@/lib/errors'
import { nearest } from './nearest'

const MOST_ROWS = 200
const USUAL_ROWS = 50

const limit = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(MOST_ROWS))

/** The keys of the queue's address: lists repeat the key. */
export const proposalKeys = {
  state: z.array(z.enum(PROPOSAL_STATES)),
  kind: z.array(z.enum(PROPOSAL_KINDS)),
  author: z.string().min(1).max(200),
  subject: z.string().min(1).max(80),
  cursor: z.string().min(1).max(2_000),
  limit,
} as const

/** What is asked of the queue; empty lists are everything. */
export interface ProposalsFilter {
  state: z.output<typeof proposalKeys.state>
  kind: z.output<typeof proposalKeys.kind>
  author: string | null
  subject: string | null
  cursor: string | null
  limit: number
}

/** The keys of the audit log's address. */
export const changeKeys = {
  subject: z.string().min(1).max(80),
  actor: z.string().min(1).max(200),
  verb: z.string().regex(/^[a-z]+(\.[a-z]+)?$/),
  cursor: z.string().min(1).max(2_000),
  limit,
} as const

/** What is asked of the audit log. */
export interface ChangesFilter {
  subject: string | null
  actor: string | null
  verb: string | null
  cursor: string | null
  limit: number
}

type Keys = Record<string, z.ZodType>

/** Keys that every address may carry. */
const EVERYWHERE = ['lang']

function problemOf(key: string, values: readonly string[], issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'invalid_value') {
    const value = values[Number(issue.path[0] ?? 0)] ?? ''
    return { path: key, code: 'unknown_value', values: { value, allowed: issue.values.join(', ') } }
  }
  return key === 'limit'
    ? { path: key, code: 'not_a_limit', values: { value: values[0] ?? '', maximum: MOST_ROWS } }
    : { path: key, code: 'invalid' }
}

function parseKeys(address: URLSearchParams, keys: Keys): Record<string, unknown> {
  const problems: Problem[] = []
  const found: Record<string, unknown> = {}
  for (const name of new Set(address.keys())) {
    if (EVERYWHERE.includes(name)) continue
    const schema = keys[name]
    const values = address.getAll(name)
    if (!schema) {
      const suggestion = nearest(name, Object.keys(keys))
      problems.push(
        suggestion
          ? { path: name, code: 'unknown_parameter_near', values: { name, suggestion } }
          : { path: name, code: 'unknown_parameter', values: { name } },
      )
      continue
    }
    const list = schema instanceof z.ZodArray
    if (!list && values.length > 1)
      problems.push({ path: name, code: 'repeated', values: { name } })
    const read = schema.safeParse(list ? values : values[0])
    if (read.success) found[name] = read.data
    else problems.push(...read.error.issues.map((issue) => problemOf(name, values, issue)))
  }
  if (problems.length > 0) throw new InvalidInput(problems)
  return found
}

/** What an address asks of the queue. Throws InvalidInput naming every unknown key and value. */
export function parseProposalsFilter(address: URLSearchParams): ProposalsFilter {
  const none = { state: [], kind: [], author: null, subject: null, cursor: null, limit: USUAL_ROWS }
  return { ...none, ...parseKeys(address, proposalKeys) }
}

/** What an address asks of the audit log. Throws InvalidInput naming every unknown key and value. */
export function parseChangesFilter(address: URLSearchParams): ChangesFilter {
  const none = { subject: null, actor: null, verb: null, cursor: null, limit: USUAL_ROWS }
  return { ...none, ...parseKeys(address, changeKeys) }
}
