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

/** The keys of a list that is turned page by page and asked for nothing else. */
export const pageKeys = { cursor: changeKeys.cursor, limit } as const

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

/** What an address says under these keys, lists where a key may repeat. Throws InvalidInput naming every unknown key and value. */
export function parseKeys(address: URLSearchParams, keys: Keys): Record<string, unknown> {
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

const flag = z.literal('1').transform(() => true)

/** The keys of the queue's page. */
const reviewKeys = {
  state: proposalKeys.state,
  kind: proposalKeys.kind,
  subject: proposalKeys.subject,
  mine: flag,
  cursor: proposalKeys.cursor,
} as const

/** What is asked of the queue's page. */
export type ReviewAddress = Pick<ProposalsFilter, 'state' | 'kind' | 'subject' | 'cursor'> & {
  mine: boolean
}

/** The keys of the audit page: the log's own, those of the log of accounts, and a chain to be verified against a head kept elsewhere. */
const auditKeys = {
  subject: changeKeys.subject,
  actor: changeKeys.actor,
  verb: changeKeys.verb,
  cursor: changeKeys.cursor,
  accounts: changeKeys.cursor,
  verify: flag,
  head: z.string().regex(/^[1-9]\d{0,14}:[0-9a-f]{64}$/),
} as const

/** What is asked of the audit page. */
export type AuditAddress = Omit<ChangesFilter, 'limit'> & {
  /** Cursor of the log of accounts. */
  accounts: string | null
  verify: boolean
  head: string | null
}

// A form sends its unused fields too.
function used(address: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...address].filter(([, value]) => value.trim() !== ''))
}

/** What the address of the queue's page asks. Throws InvalidInput naming every unknown key and value. */
export function parseReviewAddress(address: URLSearchParams): ReviewAddress {
  const none = { state: [], kind: [], subject: null, cursor: null, mine: false }
  return { ...none, ...parseKeys(used(address), reviewKeys) }
}

/** What the address of the audit page asks. Throws InvalidInput naming every unknown key and value. */
export function parseAuditAddress(address: URLSearchParams): AuditAddress {
  const none = { subject: null, actor: null, verb: null, cursor: null }
  return {
    ...none,
    ...{ accounts: null, verify: false, head: null },
    ...parseKeys(used(address), auditKeys),
  }
}

const ITEM = /^([0-9a-f-]{36})\.([1-9]\d{0,8})$/

/** The proposals that an address chooses: `item=id.version`, repeated. Throws InvalidInput on any other key or value. */
export function parseChosen(address: URLSearchParams): { id: string; version: number }[] {
  const { item = [] } = parseKeys(address, { item: z.array(z.string().regex(ITEM)) })
  return chosenOf(z.array(z.string()).parse(item))
}

/** The proposals in texts such as id.version. Texts of another form choose nothing. */
export function chosenOf(items: readonly string[]): { id: string; version: number }[] {
  return [...new Set(items)].flatMap((text) => {
    const [, id, version] = ITEM.exec(text) ?? []
    return id && version ? [{ id, version: Number(version) }] : []
  })
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

/** What an address asks of a list that is only turned page by page. Throws InvalidInput naming every unknown key and value. */
export function parsePageKeys(address: URLSearchParams): Pick<ChangesFilter, 'cursor' | 'limit'> {
  return { cursor: null, limit: USUAL_ROWS, ...parseKeys(address, pageKeys) }
}
