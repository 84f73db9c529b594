import { z } from 'zod'
import type { StandingJson } from '@/lib/domain/standing-json'
import {
  EVIDENCES,
  FRESHNESSES,
  NOT_MEASURABLE_REASONS,
  PACE_STATUSES,
  PROJECTION_REASONS,
} from '@/lib/domain/types'
import { amount, day, percent } from './parts'

/** The members of one standing (method, section 11). */
export const standingMembers = {
  target: amount.nullable(),
  targetOriginal: amount.nullable(),
  due: day.nullable(),
  dueEarly: day.nullable(),
  slippageDays: z.int().nullable(),
  status: z.enum(PACE_STATUSES),
  reason: z.enum(NOT_MEASURABLE_REASONS).nullable(),
  statusEarly: z.enum(PACE_STATUSES),
  readingSensitive: z.boolean(),
  created: amount.nullable(),
  approximate: z.boolean(),
  dataDate: day.nullable(),
  evidence: z.enum(EVIDENCES),
  freshness: z.enum(FRESHNESSES),
  progressPercent: percent.nullable(),
  progressOfOriginalPercent: percent.nullable(),
  expected: z.int().nullable(),
  expectedOn: day.nullable(),
  gap: amount.nullable(),
  pace: z.number().nullable(),
  averagePerMonth: amount.optional(),
  recentPerMonth: amount.optional(),
  requiredPerMonth: amount.optional(),
  projectedAtDue: amount.optional(),
  projectedAtDueRange: z.tuple([amount, amount]).optional(),
  projectedCompletion: day.nullable().optional(),
  projectionReason: z.enum(PROJECTION_REASONS).nullable().optional(),
  stretch: z.number().optional(),
}

const standing = z.strictObject(standingMembers) satisfies z.ZodType<StandingJson>

/** The answer of POST /api/v1/standing. */
export const standingsResponse = z.strictObject({ reported: standing, verified: standing })
export type StandingsResponse = z.output<typeof standingsResponse>
