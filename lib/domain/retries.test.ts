import { expect, test } from 'vitest'
import { waitAfter } from './retries'

test.each([
  [1, 0, 10],
  [1, 1, 5],
  [2, 0, 40],
  [3, 0, 160],
  [6, 0, 10_240],
  [7, 0, 40_960],
  [7, 1, 20_480],
])('after attempt %i, jitter %d: %i s', (attempts, jitter, seconds) => {
  expect(waitAfter(attempts, jitter)).toBe(seconds)
})

test('after the eighth attempt nobody is told any more', () => {
  expect(waitAfter(8, 0)).toBeNull()
})
