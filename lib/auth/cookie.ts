import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'

/** A cookie for the browser, ready for the route that answers. */
export interface Cookie {
  name: string
  value: string
  options: {
    maxAge?: number
    path?: string
    httpOnly?: boolean
    secure?: boolean
    sameSite?: 'lax' | 'strict' | 'none'
  }
}

/** The cookies that the library sets with an answer. */
export function cookiesOf(headers: Headers): Cookie[] {
  return headers.getSetCookie().flatMap((line) =>
    [...parseSetCookieHeader(line)].map(([name, attributes]) => {
      const { maxAge, path, httpOnly, secure, sameSite } = toCookieOptions(attributes)
      return {
        name,
        value: attributes.value,
        options: { maxAge, path, httpOnly, secure, sameSite },
      }
    }),
  )
}
