import { expect, test } from 'vitest'
import { nearest } from './nearest'

test.each([
  ['jobz', ['jobs', 'kind'], 'jobs'],
  ['Reference', ['reference', 'on'], 'reference'],
  ['om', ['on', 'reason'], 'on'],
  ['c1', ['on', 'kind'], null], // nothing of it is left
  ['hello', ['on', 'kind'], null],
])('%s among %j most likely means %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected)
})
