import { expect, test } from 'vitest'
import { differenceOf, sumEffects } from './period'

const added = {
  cause: 'added',
  lines: 2,
  effects: { promised: 1_500n, reported: 0n, verified: 0n },
} as const
const aged = {
  cause: 'aged',
  lines: 1,
  effects: { promised: 0n, reported: -210n, verified: -40n },
} as const

test('effects of several causes add up: 1,500 promised, −210 reported, −40 verified', () => {
  expect(sumEffects([added, aged])).toEqual({ promised: 1_500n, reported: -210n, verified: -40n })
})

test('from 800, 210 and 40 to 2,300 and nobody reporting is 1,500, −210 and −40', () => {
  const before = { promised: 800n, reported: 210n, verified: 40n }
  const after = { promised: 2_300n, reported: null, verified: null }
  expect(differenceOf(before, after, [added, aged])).toEqual({
    promised: 1_500n,
    reported: -210n,
    verified: -40n,
  })
})

test('effects that miss a single job are refused', () => {
  const before = { promised: 800n, reported: 210n, verified: 40n }
  const after = { promised: 2_300n, reported: 1n, verified: null }
  expect(() => differenceOf(before, after, [added, aged])).toThrow(RangeError)
})
