import { createHash, randomBytes } from 'node:crypto'

/** Random text that nobody guesses (256 bits), for a link or a token. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of such a secret. A slow hash would add nothing: it is as long as the hash. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
