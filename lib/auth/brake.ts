import { countAttempt, forgetAttempts, forgetEndedAttempts } from '@/lib/data/attempts'
import { TooManyAttempts } from '@/lib/errors'
import { CALL_WINDOW_SECONDS, MOST_READS, MOST_WRITES } from '@/lib/schemas/call-limits'

const WINDOW_SECONDS = 15 * 60
/** Passwords tried for one account, wherever from. */
const PER_ACCOUNT = 10
/** Sign-ins tried from one address: an office behind one address has many people. */
const PER_ADDRESS = 60

async function count(key: string, most: number, window = WINDOW_SECONDS): Promise<void> {
  const attempt = await countAttempt(key, window)
  if (attempt.count === 1) await forgetEndedAttempts()
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

/** Counts one call of the API that reads: of an account, else of an address. Throws TooManyAttempts. */
export async function brakeRead(who: string): Promise<void> {
  await count(`read ${who}`, MOST_READS, CALL_WINDOW_SECONDS)
}

/** Counts one call of the API that writes; the tokens of an account count together. Throws TooManyAttempts. */
export async function brakeWrite(account: string): Promise<void> {
  await count(`write ${account}`, MOST_WRITES, CALL_WINDOW_SECONDS)
}

/** The account proved itself: its attempts are forgotten. */
export async function releaseBrake(email: string): Promise<void> {
  await forgetAttempts(`account ${email}`)
}
