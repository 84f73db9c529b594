import { z } from 'zod'
import { type Rhythm, SEND_PROFILES } from '@/lib/domain/schedule'
import { LANGUAGES } from './accounts'
import { coded, refused } from './problems'

export const MOST_RECIPIENTS = 50
const LONGEST_ADDRESS = 200
const HOURS = 24

/** The days that a form offers, as it sends them: `day`, `week-1` (Monday) to `week-7`, `month-1` to `month-31`. */
export const RHYTHM_CODES = [
  'day',
  ...Array.from({ length: 7 }, (_, index) => `week-${index + 1}`),
  ...Array.from({ length: 31 }, (_, index) => `month-${index + 1}`),
]

/** The days that one of them stands for. */
export function rhythmOf(code: string): Rhythm {
  const [every, number] = code.split('-')
  if (every === 'week') return { every, weekday: Number(number) }
  if (every === 'month') return { every, monthDay: Number(number) }
  return { every: 'day' }
}

const address = z.email().max(LONGEST_ADDRESS)

/** Addresses as people list them: one a line, or between commas, semicolons or blanks; each once. */
const recipients = z.string().transform((text, context) => {
  const all = [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  const bad = all.find((one) => !address.safeParse(one).success)
  if (all.length === 0) context.addIssue({ code: 'custom', ...coded('required') })
  else if (bad !== undefined)
    context.addIssue({ code: 'custom', ...coded('email_among', { address: bad }) })
  else if (all.length > MOST_RECIPIENTS)
    context.addIssue({ code: 'custom', ...coded('too_many', { maximum: MOST_RECIPIENTS }) })
  return all
})

/** What the form sends that has a kept report sent regularly. */
export const scheduleForm = z.object({
  report: z.string(),
  when: z
    .string()
    .refine((code) => RHYTHM_CODES.includes(code), refused('invalid'))
    .transform(rhythmOf),
  hour: z
    .string()
    .refine((text) => /^\d{1,2}$/.test(text) && Number(text) < HOURS, refused('invalid'))
    .transform(Number),
  profile: z.enum(SEND_PROFILES),
  language: z.enum(LANGUAGES),
  recipients,
})

/** A mail that a form sends again. */
export const sendAgainForm = z.object({
  schedule: z.uuid(),
  mail: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
})
