import { z } from 'zod'
import { COMPARATORS, MISSING_REASONS } from '@/lib/domain/types'

/** Persons, or whole units of a currency; not always a whole number of them. */
export const amount = z.number()
/** In percent, truncated toward zero to one decimal. */
export const percent = z.number()
export const count = z.int().min(0)
export const text = z.string().nullable()
export const day = z.iso.date()
/** A date as stated, with its precision: 2024, 2024-04 or 2024-04-29. */
export const dated = z.string().nullable()
export const instant = z.iso.datetime()

export const quantity = z.strictObject({
  comparator: z.enum(COMPARATORS),
  low: amount.nullable(),
  high: amount.nullable(),
  missing: z.enum(MISSING_REASONS).nullable(),
})

export const source = z.strictObject({
  url: z.string(),
  publisher: text,
  date: dated,
  language: text,
})
