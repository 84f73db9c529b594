import { expect, it } from 'vitest'
import { askedOfPage, problemsOfAddress, withoutTracking } from './address'

function keys(path: string, query: string): string[] {
  return problemsOfAddress(path, new URLSearchParams(query)).map(({ path }) => path)
}

it('names every part of a page’s address that cannot be read', () => {
  expect(keys('/agreements', 'foo=1&asOf=2027-02-30&sector=automotive')).toEqual(['foo', 'asOf'])
  expect(keys('/method', 'sector=automotive')).toEqual(['sector'])
  expect(keys('/', 'asOf=2023-12-31&measure=investment&lang=ar')).toEqual([])
})

it('leaves addresses that are no page of ours to answer 404', () => {
  expect(keys('/nowhere', 'foo=1')).toEqual([])
})

it('drops what advertisers append and keeps the rest in order', () => {
  const query = new URLSearchParams('utm_source=x&sector=rail&fbclid=1&mc_cid=2&sector=textile')
  expect(withoutTracking(query)?.toString()).toBe('sector=rail&sector=textile')
  expect(withoutTracking(new URLSearchParams('sector=rail'))).toBeNull()
})

it('takes no form for a list of records: what a form is asked for is its own', () => {
  expect(askedOfPage('/agreements/new', new URLSearchParams('draft=1&sent=2'))).toBeNull()
})
