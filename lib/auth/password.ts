import { hashPassword, verifyPassword } from 'better-auth/crypto'

/** The slow, salted hash (scrypt) under which a password is stored. */
export function hashOfPassword(password: string): Promise<string> {
  return hashPassword(password)
}

/** Whether a password is the one behind a stored hash. */
export function isPassword(password: string, hash: string): Promise<boolean> {
  return verifyPassword({ hash, password })
}
