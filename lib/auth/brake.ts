import { countAttempt, forgetAttempts } from '@/lib/data/attempts'
import { TooManyAttempts } from '@/lib/errors'

const WINDOW_SECONDS = 15 * 60
/** Passwords tried for one account, wherever from. */
const PER_ACCOUNT = 10
/** Sign-ins tried from one address: an office behind one address has many people. */
const PER_ADDRESS = 60

async function count(key: string, most: number): Promise<void> {
  const attempt = await countAttempt(key, WINDOW_SECONDS)
  if (attempt.count > most) throw new TooManyAttempts(attempt.seconds)
}

/** Counts one attempt to prove who an account (an e-mail address, whether or not it has one) is. Throws TooManyAttempts. */
export async function brakeAccount(email: string): Promise<void> {
  await count(`account ${email}`, PER_ACCOUNT)
}

/** Counts one attempt from an address. Throws TooManyAttempts. */
export async function brakeAddress(address: string): Promise<void> {
  await count(`address ${address}`, PER_ADDRESS)
}

/** The account proved itself: its attempts are forgotten. */
export async function releaseBrake(email: string): Promise<void> {
  await forgetAttempts(`account ${email}`)
}
