import { z } from 'zod'
import { email } from './accounts'

/** What the form of a letter to a company sends: whom it is for, which letter it would be, and what stood on the screen. */
export const letterForm = z.object({
  to: email,
  company: z.string(),
  number: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  language: z.enum(['en', 'fr', 'ar']),
  /** The filters of the page: they choose the figures that the letter names. */
  asked: z.string(),
  /** The letter that was shown, as `letterMark` marks it. */
  seen: z.string(),
})
