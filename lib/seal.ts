import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

function keyFor(purpose: string): Buffer {
  const { secret } = env()
  if (secret === undefined) throw new Error('PLEDGEBOOK_SECRET is not set: start the server first')
  return Buffer.from(hkdfSync('sha256', secret, '', `pledgebook ${purpose}`, 32))
}

/** Encrypts a secret that must come back in full, under PLEDGEBOOK_SECRET: without it a copy of the database tells nothing. */
export function seal(purpose: string, secret: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce)
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** The secret again. Throws when PLEDGEBOOK_SECRET is another one, or the text was altered. */
export function unseal(purpose: string, sealed: Buffer): Buffer {
  const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, keyFor(purpose), sealed.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(body), decipher.final()])
}
