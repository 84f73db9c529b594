import { z } from 'zod'
import { InvalidInput } from '@/lib/errors'
import { problemsOf } from './problems'

const LONGEST_NOTE = 5_000

const text = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_NOTE)
  .regex(/^[^\0]*$/)

const field = z
  .string()
  .regex(/^[a-z_]+(\.\d{1,2}\.[a-z_]+)?$/)
  .nullable()

/** A remark of the reviewer: on one field, by its path such as `jobs` or `claims.0.quantity`, or on the whole. */
export const reviewNote = z.strictObject({ text, field })
export type ReviewNote = z.output<typeof reviewNote>

/** The body that returns a proposal. */
export const returnBody = z.strictObject({ note: text, field: field.default(null) })

/** The body that accepts several proposals, as they were seen. */
export const acceptBody = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), version: z.int().positive() })).max(200),
})

/** The body that undoes a change. */
export const undoBody = z.strictObject({ reason: text.nullable().default(null) })

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new InvalidInput(problemsOf(parsed.error))
}

/** The note of a returned proposal. Throws InvalidInput. */
export function parseReturnBody(body: unknown): ReviewNote {
  const { note, field: path } = read(returnBody, body)
  return { text: note, field: path }
}

/** The proposals of a bulk acceptance. Throws InvalidInput. */
export function parseAcceptBody(body: unknown): { id: string; version: number }[] {
  return read(acceptBody, body).items
}

/** The reason of an undo. Throws InvalidInput. */
export function parseUndoBody(body: unknown): string | null {
  return read(undoBody, body).reason
}

const version = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)

/** A step on a proposal as its form sends it. */
export const stepForm = z.object({ id: z.uuid(), version })

/** Returning it: the field may be left unsaid. */
export const returnForm = stepForm.extend({
  note: z.string(),
  field: field.unwrap().or(z.literal('').transform(() => null)),
})

/** An undo as its form sends it. */
export const undoForm = z.object({
  seq: version,
  reason: z.string().transform((said) => (said.trim() === '' ? null : said.trim())),
})
