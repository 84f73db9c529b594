import { randomBytes } from 'node:crypto'

/**
 * The token of a link to leave: nobody guesses it (256 bits). It is kept as it is, not hashed, because every mail to the
 * same address carries the same link for as long as anybody keeps the mail; all it can do is end mails to that address.
 */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
