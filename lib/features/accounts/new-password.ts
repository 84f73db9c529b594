import { hashOfPassword } from '@/lib/auth/password'
import { passwordProblem } from '@/lib/auth/password-rules'
import { InvalidInput } from '@/lib/errors'

/** The hash of a password that somebody chooses for an account. Throws InvalidInput when it is too short, too long, common, or the account's own name. */
export async function newPasswordHash(
  password: string,
  whose: { email: string; name: string },
): Promise<string> {
  const problem = passwordProblem(password, whose)
  if (problem !== null) throw new InvalidInput([{ path: 'password', code: problem }])
  return hashOfPassword(password)
}
