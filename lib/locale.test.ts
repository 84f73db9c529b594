import { expect, it } from 'vitest'
import { acceptedLocale, chooseLocale } from './locale'

it('takes the language of the address before the kept one and the browser’s', () => {
  expect(chooseLocale({ address: 'ar', cookie: 'fr', accept: 'en' })).toBe('ar')
  expect(chooseLocale({ address: null, cookie: 'fr', accept: 'en' })).toBe('fr')
  expect(chooseLocale({ address: null, cookie: 'de', accept: 'ar-MA,fr;q=0.8' })).toBe('ar')
  expect(chooseLocale({ address: null, cookie: undefined, accept: 'de' })).toBe('en')
})

it('orders the browser’s wishes by their quality and skips refused ones', () => {
  expect(acceptedLocale('en;q=0.3, fr-MA;q=0.9, ar;q=0')).toBe('fr')
  expect(acceptedLocale('ar;q=0')).toBeNull()
  expect(acceptedLocale('')).toBeNull()
})
