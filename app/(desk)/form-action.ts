import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireOwnOrigin } from '@/app/own-origin'
import { type FormState, UNTOUCHED } from '@/components/forms/form-state'
import {
  Conflict,
  Forbidden,
  InvalidInput,
  LedgerError,
  NotFound,
  type Problem,
  Refused,
  TooManyAttempts,
  Unauthenticated,
} from '@/lib/errors'
import type { FormTexts } from '@/lib/schemas/accounts'

/** What was done, and what of it was not; everything else of the answer follows from it. */
export type Done = Partial<Pick<FormState, 'done' | 'error' | 'revealed' | 'picture'>>

const SECRET = /^(password|again|current|code)$/

/**
 * Runs the verb behind a form and turns its answer into what the form shows: typed values come back (never a password),
 * each problem stands at its field. Every form of the desk passes here, and here it is asked where it comes from.
 */
export async function formAction(
  before: FormState,
  form: FormData,
  work: (texts: FormTexts, headers: Headers) => Promise<Done>,
): Promise<FormState> {
  await requireOwnOrigin()
  const turn = before.turn + 1
  const texts = textsOf(form)
  try {
    return { ...UNTOUCHED, turn, ...(await work(texts, await headers())) }
  } catch (error) {
    if (error instanceof Unauthenticated) redirect('/sign-in')
    if (!(error instanceof LedgerError)) throw error
    const kept = Object.entries(texts).filter(([name]) => !SECRET.test(name))
    const fields = new Set(Object.keys(texts))
    return { ...UNTOUCHED, turn, values: Object.fromEntries(kept), ...(await said(error, fields)) }
  }
}

function textsOf(form: FormData): Record<string, string> {
  const entries = [...form].filter((entry): entry is [string, string] => {
    const [name, value] = entry
    return typeof value === 'string' && !name.startsWith('$') // React's own fields
  })
  return Object.fromEntries(entries)
}

/** What is wrong, in the reader's language. */
export async function explain({ code, values }: Pick<Problem, 'code' | 'values'>): Promise<string> {
  const t = await getTranslations('errors')
  return t(code as Parameters<typeof t>[0], values) // a test holds every code to a message
}

async function said(
  error: LedgerError,
  fields: Set<string>,
): Promise<Pick<FormState, 'errors' | 'error'>> {
  const t = await getTranslations()
  if (error instanceof TooManyAttempts) {
    const minutes = Math.ceil(error.retryAfterSeconds / 60)
    return { errors: {}, error: t('accounts.tooMany', { minutes }) }
  }
  if (error instanceof Forbidden) return { errors: {}, error: t('http.detail403') }
  if (error instanceof Conflict) return { errors: {}, error: t('errors.proposal_moved') }
  if (error instanceof Refused) return { errors: {}, error: await explain(error) }
  if (error instanceof NotFound) return { errors: {}, error: t('accounts.gone') }
  if (!(error instanceof InvalidInput)) throw error
  const placed = error.problems.filter(({ path }) => fields.has(path))
  const whole = error.problems.find(({ path }) => !fields.has(path))
  const explained = placed.map(async (problem) => [problem.path, await explain(problem)] as const)
  return {
    errors: Object.fromEntries(await Promise.all(explained)),
    error: whole ? await explain(whole) : null,
  }
}
