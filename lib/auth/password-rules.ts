import { dictionary } from '@zxcvbn-ts/language-common'
import { foldEmail } from '@/lib/data/accounts'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

let common: Set<string> | undefined

/** Whether a text is among the 49,000 passwords that people choose most. */
function isCommon(text: string): boolean {
  common ??= new Set(dictionary['passwords-common'].map(String))
  return common.has(text)
}

/** The shortest text that gives this one when repeated: `passpasspass` → `pass`. */
function unitOf(text: string): string {
  return text.slice(0, (text + text).indexOf(text, 1))
}

/** The text without the digits and signs that people put around a word to make it longer. */
function coreOf(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

function isGuessable(password: string): boolean {
  const text = password.toLowerCase()
  const unit = unitOf(text)
  const core = coreOf(text)
  // A common word with a long tail of its own is no longer common.
  const wordy = core.length * 2 >= text.length ? [core, unitOf(core)] : []
  return [text, unit, ...wordy].some((part) => part.length < 4 || isCommon(part))
}

/** What is wrong with a password, as a code of the `errors` messages; null when nothing is. There are no rules of composition. */
export function passwordProblem(
  password: string,
  whose: { email: string; name: string },
): 'password_short' | 'password_long' | 'password_common' | 'password_personal' | null {
  if ([...password].length < SHORTEST_PASSWORD) return 'password_short'
  if (password.length > LONGEST_PASSWORD) return 'password_long'
  const folded = password.toLowerCase()
  const email = foldEmail(whose.email)
  const name = whose.name.trim().toLowerCase()
  const personal = [email, email.split('@')[0] ?? '', name, name.replaceAll(/\s/g, '')]
  if (personal.some((part) => part !== '' && (folded === part || coreOf(folded) === part)))
    return 'password_personal'
  return isGuessable(password) ? 'password_common' : null
}
