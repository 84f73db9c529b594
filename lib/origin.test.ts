import { describe, expect, test } from 'vitest'
import { ForeignOrigin } from './errors'
import { refuseForeignOrigin } from './origin'

const accepts = (headers: Record<string, string>, url?: string) => {
  try {
    refuseForeignOrigin(new Headers(headers), url)
    return true
  } catch (error) {
    if (error instanceof ForeignOrigin) return false
    throw error
  }
}

describe('with a public address', () => {
  const url = 'https://book.example'
  test.each([
    ['its own page', { origin: url }, true],
    ['no origin', {}, false],
    ['an opaque origin', { origin: 'null' }, false],
    ['another site', { origin: 'https://evil.example' }, false],
    ['another scheme', { origin: 'http://book.example' }, false],
    ['another port', { origin: 'https://book.example:8443' }, false],
    ['this machine', { origin: 'http://localhost:3000', host: 'localhost:3000' }, false],
    [
      'a forwarded host that agrees with the hostile origin',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
      false,
    ],
  ])('%s', (_, headers, expected) => {
    expect(accepts(headers as Record<string, string>, url)).toBe(expected)
  })
})

describe('without one', () => {
  test.each([
    ['http://127.0.0.1:3000', '127.0.0.1:3000', true],
    ['http://localhost:3000', '127.0.0.1:3000', true],
    ['http://127.0.0.1:3000', 'localhost:3000', true],
    ['http://[::1]:3000', '[::1]:3000', true],
    ['http://localhost', 'localhost', true],
    ['http://localhost:9999', 'localhost:3000', false],
    ['https://localhost:3000', 'localhost:3000', false],
    // A name that an attacker lets lead to 127.0.0.1.
    ['http://rebound.example:3000', 'rebound.example:3000', false],
    ['http://rebound.example:3000', 'localhost:3000', false],
    ['http://localhost.evil.example:3000', 'localhost:3000', false],
    ['not an origin', 'localhost:3000', false],
  ])('origin %s at host %s: %s', (origin, host, expected) => {
    expect(accepts({ origin, host })).toBe(expected)
  })
})
