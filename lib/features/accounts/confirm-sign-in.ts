import type { Cookie } from '@/lib/auth/cookie'
import { enterWithCode } from '@/lib/auth/sign-in'
import { codeForm, type FormTexts, parseForm } from '@/lib/schemas/accounts'

/** The second step of a sign-in: the code of the app, or a recovery code. Throws InvalidInput, TooManyAttempts, and Unauthenticated when it must begin again. */
export async function confirmSignIn(texts: FormTexts, headers: Headers): Promise<Cookie[]> {
  const { code } = parseForm(codeForm, texts)
  return enterWithCode(code, headers)
}
