import { describe, expect, test } from 'vitest'
import { standing } from './standing'
import { standingJson } from './standing-json'
import { LANES } from './types'
import { caseOf } from './vectors/read'
import vectors from './vectors/standing.json'

const RELATIVE = 1e-9

function near(actual: unknown, expected: unknown): boolean {
  if (typeof actual !== 'number' || typeof expected !== 'number') return Object.is(actual, expected)
  return Math.abs(actual - expected) <= RELATIVE * Math.max(1, Math.abs(expected))
}

// Decimals may differ from the vectors in their last bits only; every other value is the same.
function settled(actual: unknown, expected: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(expected))
    return actual.map((value, index) => settled(value, expected[index]))
  return near(actual, expected) ? expected : actual
}

describe('every case of the vectors, in both lanes', () => {
  for (const { name, case: body, expect: lanes } of vectors) {
    test.each(LANES)(`${name}: %s`, (lane) => {
      const c = caseOf(body)
      const actual = Object.entries(standingJson(standing(c, lane), c.measure, c.currency))
      const expected: Record<string, unknown> = lanes[lane]
      const compared = actual.map(([key, value]) => [key, settled(value, expected[key])])
      expect(Object.fromEntries(compared)).toEqual(expected)
    })
  }
})
