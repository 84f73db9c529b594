import { z } from 'zod'
import { LANES, MEASURES, PACE_STATUSES, VERDICTS } from '@/lib/domain/types'
import { amount, count, day, instant, percent } from './parts'

const lane = z.strictObject({
  count,
  promised: amount,
  created: amount.nullable(),
  expected: z.int().nullable(),
  paced: count,
  progressPercent: percent.nullable(),
  coveragePercent: percent.nullable(),
  ofAllPercent: percent.nullable(),
  pace: z.number().nullable(),
})

const sum = { strict: z.boolean(), approximate: z.boolean(), stated: count, of: count }
const counted = z.strictObject({ count, promised: amount })

const group = z.strictObject({
  code: z.string(),
  label: z.string(),
  count,
  promised: amount,
  created: amount.nullable(),
  expected: z.int().nullable(),
  gap: amount.nullable(),
  coveragePercent: percent.nullable(),
})

/** The answer of GET /api/v1/summary (contract, section 4). */
export const summaryResponse = z.strictObject({
  measure: z.enum(MEASURES),
  lane: z.enum(LANES),
  asOf: day,
  knownAt: instant.nullable(),
  method: z.string(),
  count,
  promised: z.strictObject({ value: amount, gross: amount, ...sum, print: z.string() }),
  reporting: lane,
  verified: lane,
  statusMix: z.partialRecord(z.enum(PACE_STATUSES), counted),
  funnel: z.strictObject({
    original: amount,
    increases: amount,
    amendedAway: amount,
    terminated: amount,
    notMeasurable: amount,
    notReporting: amount,
    delivered: amount,
    deliveredVerified: amount,
    outstanding: amount,
    overDelivered: amount,
  }),
  apart: z.strictObject({
    ceilings: z.strictObject({ count, high: amount }),
    mixedScope: counted,
    grossHires: counted,
    headcountLevels: z.strictObject({ count }),
  }),
  money: z
    .strictObject({
      promised: z.strictObject({
        low: amount,
        high: amount.nullable().meta({ description: 'Null where any term is open upwards.' }),
        ...sum,
        print: z.string(),
      }),
      realised: z.strictObject({ value: amount, count }),
      notConverted: z.array(z.strictObject({ currency: z.string(), low: amount, count })),
    })
    .meta({ description: 'In dirhams; amounts without a reference rate stand in notConverted.' }),
  cohort: z.strictObject({
    year: z.int(),
    count,
    yearOnly: count,
    promised: amount,
    expectedToday: z.int(),
    reported: amount.nullable(),
    coveragePercent: percent.nullable(),
    projectedAtDue: amount.nullable(),
    verdict: z.enum(VERDICTS),
  }),
  series: z.array(
    z.strictObject({
      month: z.string().regex(/^\d{4}-\d{2}$/),
      day,
      promised: amount,
      expected: z.int().nullable(),
      reported: amount.nullable(),
      verified: amount.nullable(),
    }),
  ),
  by: z.strictObject({
    sector: z.array(group),
    region: z.array(group),
    company: z.array(group.extend({ group: z.boolean() })),
    dueYear: z.array(group),
  }),
  leftOut: z.array(z.strictObject({ reference: z.string(), reason: z.string() })),
})
export type SummaryResponse = z.output<typeof summaryResponse>
