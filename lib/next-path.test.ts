import { expect, test } from 'vitest'
import { nextPath } from './next-path'

test.each([
  ['/agreements?q=a&q=b#x', '/agreements?q=a&q=b#x'],
  ['/', '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['agreements', '/'],
  ['', '/'],
])('%j leads to %s', (wish, path) => {
  expect(nextPath(wish)).toBe(path)
})

test('a wish that is absent or said twice leads to the front page', () => {
  expect(nextPath(undefined)).toBe('/')
  expect(nextPath(['/a', '/b'])).toBe('/')
})
