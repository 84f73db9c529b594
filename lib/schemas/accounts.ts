import { z } from 'zod'
import { REGIONS, ROLES } from '@/lib/domain/types'
import { InvalidInput } from '@/lib/errors'
import { coded, problemsOf, refused } from './problems'

const LONGEST_TEXT = 200
/** What `region` holds when an account writes everywhere. */
export const ALL_REGIONS = ''
export const LANGUAGES = ['en', 'fr', 'ar'] as const
/** A token lives this long unless somebody says otherwise, and never longer than a year. */
export const TOKEN_DAYS = 90
const MOST_TOKEN_DAYS = 366

const line = z
  .string()
  .transform((text) => text.trim().replaceAll(/\s+/g, ' '))
  .refine((text) => text !== '', refused('required'))
  .refine((text) => text.length <= LONGEST_TEXT, {
    ...coded('too_long', { maximum: LONGEST_TEXT }),
    abort: true,
  })
const secret = z.string().refine((text) => text !== '', refused('required'))
const address = z.email()
/** An e-mail address as a form takes it: folded, one address. */
export const email = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => text !== '', refused('required'))
  .refine(
    (text) => text.length <= LONGEST_TEXT && address.safeParse(text).success,
    refused('email_invalid'),
  )
const role = z.enum(ROLES)
const region = z
  .enum([ALL_REGIONS, ...REGIONS])
  .transform((code) => (code === ALL_REGIONS ? null : code))
const id = z.uuid()
// The password's own rules need the account's name: lib/auth/password-rules.ts.
const passwordTwice = { password: secret, again: secret }

interface Twice {
  password: string
  again: string
}

function same(typed: Twice, context: z.RefinementCtx): void {
  if (typed.password !== typed.again)
    context.addIssue({ code: 'custom', path: ['again'], ...coded('passwords_differ') })
}

export const signInForm = z.object({ email, password: secret })
export const codeForm = z.object({ code: secret })
export const setUpForm = z.object({ email, name: line, ...passwordTwice }).superRefine(same)
export const acceptForm = z.object({ name: line, ...passwordTwice }).superRefine(same)
export const newPasswordForm = z.object(passwordTwice).superRefine(same)
export const changePasswordForm = z.object({ current: secret, ...passwordTwice }).superRefine(same)
export const passwordForm = z.object({ password: secret })
export const profileForm = z.object({
  name: line,
  language: z.enum(['', ...LANGUAGES]).transform((code) => (code === '' ? null : code)),
})
export const inviteForm = z.object({ email, role, region })
export const accountForm = z.object({ email, name: line, role, region, password: secret })
export const roleForm = z.object({ id, role, region })
export const idForm = z.object({ id })
export const tokenForm = z.object({
  name: line,
  role,
  region,
  days: z
    .string()
    .refine((text) => /^\d{1,3}$/.test(text), refused('days_range'))
    .transform(Number)
    .refine((days) => days >= 1 && days <= MOST_TOKEN_DAYS, coded('days_range')),
})

/** What a form sent: its texts by name. */
export type FormTexts = Record<string, string | undefined>

/** The values of a form. Throws InvalidInput naming each field that cannot be read. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  texts: FormTexts,
): z.output<Schema> {
  const result = schema.safeParse(texts, { reportInput: true })
  if (!result.success) throw new InvalidInput(problemsOf(result.error))
  return result.data
}
