import { endOfDay } from '@/lib/clock'
import { standing } from '@/lib/domain/standing'
import { standingJson } from '@/lib/domain/standing-json'
import type { StandingsResponse } from '@/lib/schemas/responses/standing'
import { standingCaseOf } from '@/lib/schemas/standing'

/** The standing of the commitment that a body describes, in both lanes as published; needs no account and stores nothing (method, section 11). Throws InvalidInput naming every bad path. */
export function calculateStanding(body: unknown): StandingsResponse {
  const c = standingCaseOf(body, endOfDay)
  return {
    reported: standingJson(standing(c, 'reported'), c.measure, c.currency),
    verified: standingJson(standing(c, 'verified'), c.measure, c.currency),
  }
}
