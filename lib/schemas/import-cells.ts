import { z } from 'zod'
import { type Parsed, parseDated, parseDeadline } from '@/lib/domain/literal'
import {
  isReference,
  parseList,
  parseRelations,
  parseSignatories,
} from '@/lib/domain/literal-lists'
import type { Deadline } from '@/lib/domain/types'

/** What is wrong with a cell, carried through Zod: a key of the `errors` messages with its values. */
export interface CellProblem {
  code: string
  values?: Record<string, string | number>
}

/** Adds a problem at a path; readProblems finds it again. */
export function addProblem(ctx: z.RefinementCtx, path: string[], found: CellProblem): void {
  const { code, values } = found
  ctx.addIssue({ code: 'custom', path, params: values ? { code, values } : { code } })
}

const issueParams = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** The problems of a row by column; one that Zod found by itself is a fault of the schema and stays an error. */
export function readProblems(error: z.ZodError): { column: string; problem: CellProblem }[] {
  return error.issues.map((issue) => {
    const params = issueParams.safeParse('params' in issue ? issue.params : undefined)
    if (!params.success) throw error
    return { column: String(issue.path[0] ?? ''), problem: params.data }
  })
}

/** A cell read by a literal's parser. */
export function literal<T>(parse: (text: string) => Parsed<T>) {
  return z.string().transform((text, ctx): T => {
    const result = parse(text)
    if (result.ok) return result.value
    addProblem(ctx, [], result)
    return z.NEVER
  })
}

/** An optional cell: null when empty, else read by the parser, blanks around it removed. */
export function optional<T>(parse: (text: string) => Parsed<T>) {
  return literal<T | null>((text) =>
    text.trim() === '' ? { ok: true, value: null } : parse(text.trim()),
  )
}

/** A cell that must not be empty, read by the parser, blanks around it removed. */
export function required<T>(parse: (text: string) => Parsed<T>) {
  return literal<T>((text) =>
    text.trim() === '' ? { ok: false, code: 'required' } : parse(text.trim()),
  )
}

const LONGEST_TEXT = 10_000
const LONGEST_NAME = 500

/** Text exactly as written, so long at most; null when empty. */
function textUpTo(maximum: number) {
  return literal<string | null>((text) =>
    text.length > maximum
      ? { ok: false, code: 'too_long', values: { maximum } }
      : { ok: true, value: text === '' ? null : text },
  )
}

/** Text exactly as written; null when empty. */
export const words = textUpTo(LONGEST_TEXT)

/** A name or title exactly as written, which must say something. */
export const requiredWords = literal<string>((text) => {
  if (text.length > LONGEST_NAME)
    return { ok: false, code: 'too_long', values: { maximum: LONGEST_NAME } }
  return text.trim() === '' ? { ok: false, code: 'required' } : { ok: true, value: text }
})

/** A parser for one of the codes of a tuple. */
export function oneOf<const T extends string>(codes: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const code = codes.find((known) => known === text)
    return code === undefined
      ? { ok: false, code: 'unknown_code', values: { given: text, known: codes.join(', ') } }
      : { ok: true, value: code }
  }
}

function parseReference(text: string): Parsed<string> {
  return isReference(text) ? { ok: true, value: text } : { ok: false, code: 'reference_format' }
}

const LONGEST_URL = 2_000

function parseUrl(text: string): Parsed<string> {
  const valid = /^https?:\/\/\S+$/.test(text) && URL.canParse(text) && text.length <= LONGEST_URL
  return valid
    ? { ok: true, value: text }
    : { ok: false, code: 'url_format', values: { url: text } }
}

function parseUrls(text: string): Parsed<string[]> {
  const list = parseList(text)
  if (!list.ok) return list
  const wrong = list.value.map(parseUrl).find((result) => !result.ok)
  return wrong && !wrong.ok ? wrong : list
}

function parseLanguage(text: string): Parsed<string> {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
    ? { ok: true, value: text }
    : { ok: false, code: 'language_format' }
}

/** The name under which an uploaded source is kept: random, with the ending of its type. */
const ATTACHMENT = /^[0-9a-f]{32}\.(pdf|png|jpg)$/

/** Whether text can name an uploaded source. */
export function isAttachmentName(text: string): boolean {
  return ATTACHMENT.test(text)
}

function parseAttachment(text: string): Parsed<string> {
  return isAttachmentName(text)
    ? { ok: true, value: text }
    : { ok: false, code: 'attachment_unknown' }
}

export const reference = required(parseReference)
export const attachment = optional(parseAttachment).prefault('')
export const optionalUrl = optional(parseUrl)
export const urls = literal(parseUrls)
export const language = optional(parseLanguage)
export const dated = optional(parseDated)
export const requiredDated = required(parseDated)
export const deadline = optional<Deadline>(parseDeadline)
export const names = literal(parseList)
export const signatories = literal(parseSignatories)
export const relations = literal(parseRelations)
