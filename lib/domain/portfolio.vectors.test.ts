import { describe, expect, test } from 'vitest'
import { figures } from './portfolio'
import { figuresJson } from './portfolio-json'
import { sumsOf } from './portfolio-sums'
import vectors from './vectors/portfolio.json'
import { agreementOf } from './vectors/read'
import { ledgerOf, portfolioRows } from './vectors/rows'

const PACE_DIGITS = 9

describe('every portfolio of the vectors', () => {
  for (const { name, agreements, expect: expected } of vectors.cases) {
    const { measure, asOf, leftOut, reporting, verified, apart, ...rest } = expected
    const facets = new Map(agreements.map(({ reference, ...facet }) => [reference, facet]))
    const rows = portfolioRows(
      ledgerOf(agreements.map(agreementOf)),
      (reference) => ({
        sector: facets.get(reference)?.sector ?? '',
        region: facets.get(reference)?.region ?? '',
        company: null,
      }),
      'net_new_jobs',
      asOf,
    )
    const sums = sumsOf(rows, { lane: 'reported', year: rest.cohort.year })
    const actual = figuresJson(figures(sums), 'net_new_jobs')

    test(name, () => {
      expect(measure).toBe('net_new_jobs')
      expect(actual).toMatchObject({ ...rest, apart })
      expect(Object.keys(actual.statusMix)).toHaveLength(Object.keys(rest.statusMix).length)
      for (const [lane, figure] of [
        [reporting, actual.reporting] as const,
        [verified, actual.verified] as const,
      ]) {
        const { pace, ...headlines } = lane
        expect(figure).toMatchObject(headlines)
        if (pace === null) expect(figure.pace).toBeNull()
        else expect(figure.pace).toBeCloseTo(pace, PACE_DIGITS)
      }
    })

    test(`${name}: what is left out`, () => {
      const dropped = rows
        .filter((row) => row.leftOut)
        .map(({ reference, leftOut: reason }) => ({ reference, reason }))
      expect(dropped.sort((a, b) => (a.reference < b.reference ? -1 : 1))).toEqual(leftOut)
    })
  }
})
