import { type Entered, enterWithPassword } from '@/lib/auth/sign-in'
import { type FormTexts, parseForm, signInForm } from '@/lib/schemas/accounts'

/** Signs in with e-mail address and password. Throws InvalidInput (the same for an unknown address as for a wrong password) and TooManyAttempts. */
export async function signIn(texts: FormTexts, headers: Headers): Promise<Entered> {
  const { email, password } = parseForm(signInForm, texts)
  return enterWithPassword(email, password, headers)
}
