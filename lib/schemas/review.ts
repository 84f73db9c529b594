import { z } from 'zod'

const LONGEST_NOTE = 5_000

/** A remark of the reviewer, on one field or on the whole. */
export const reviewNote = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_NOTE)
    .regex(/^[^\0]*$/),
  /** The path of the field that it is about: `jobs`, `claims.0.quantity`. */
  field: z
    .string()
    .regex(/^[a-z_]+(\.\d{1,2}\.[a-z_]+)?$/)
    .nullable(),
})
export type ReviewNote = z.output<typeof reviewNote>
