import type { Cookie } from '@/lib/auth/cookie'
import { leave } from '@/lib/auth/sign-in'

/** Ends the session of a request. Returns the cookies that clear it; without a session it does nothing more. */
export function signOut(headers: Headers): Promise<Cookie[]> {
  return leave(headers)
}
