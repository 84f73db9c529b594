import { z } from 'zod'
import { isPeriod } from '@/lib/domain/deadline'
import { isIsoDate } from '@/lib/domain/iso-date'
import { isCurrency } from '@/lib/domain/money'
import {
  COMPARATORS,
  COUNT_COMPARATORS,
  EVIDENCES,
  type Instant,
  type IsoDate,
  JOB_SCOPES,
  LIFECYCLES,
  MEASURES,
  OBSERVATION_KINDS,
  OBSERVATION_STATES,
  PREPOSITIONS,
  type StandingCase,
  VERSION_KINDS,
} from '@/lib/domain/types'
import { InvalidInput } from '@/lib/errors'
import { coded, problemsOf, refused } from './problems'
import { toStandingCase } from './standing-case'
import { checkCommitment, checkObservations } from './standing-rules'

const MOST_ITEMS = 1000

function isInstant(text: string): boolean {
  return z.iso.datetime({ offset: true }).safeParse(text).success && !Number.isNaN(Date.parse(text))
}

// Days do not end the checks: a bad deadline and half a person are told together.
const isoDate = z.string().refine(isIsoDate, coded('not_a_date'))
const instant = z.string().refine(isInstant, coded('not_an_instant'))
const knownAt = z
  .string()
  .refine((text) => isIsoDate(text) || isInstant(text), coded('not_an_instant'))
const period = z.string().refine(isPeriod, coded('not_a_deadline'))
const recorded = { recordedAt: instant.nullish(), retractedAt: instant.nullish() }

const milestone = z.strictObject({
  due: period,
  preposition: z.enum(PREPOSITIONS),
  value: z.number(),
})

const version = z.strictObject({
  kind: z.enum(VERSION_KINDS),
  corrects: z.int().nullish(),
  effectiveOn: isoDate.nullish(),
  comparator: z.enum(COMPARATORS),
  value: z.number().nullish(),
  valueHigh: z.number().nullish(),
  due: period.nullish(),
  preposition: z.enum(PREPOSITIONS).nullish(),
  milestones: z.array(milestone).max(MOST_ITEMS).nullish(),
  ...recorded,
})

const persons = z.int().min(0)

const commitment = z.strictObject({
  measure: z.enum(MEASURES),
  scope: z.enum(JOB_SCOPES).default('unspecified'),
  currency: z.string().refine(isCurrency, refused('not_a_currency')).nullish(),
  start: isoDate.nullish(),
  baseline: z
    .union([
      persons,
      z.strictObject({ value: persons, comparator: z.enum(COUNT_COMPARATORS).default('eq') }),
    ])
    .nullish(),
  versions: z.array(version).min(1).max(MOST_ITEMS),
})

const observation = z.strictObject({
  dataDate: isoDate,
  kind: z.enum(OBSERVATION_KINDS),
  comparator: z.enum(COUNT_COMPARATORS).default('eq'),
  value: z.number(),
  evidence: z.enum(EVIDENCES),
  state: z.enum(OBSERVATION_STATES).default('accepted'),
  ...recorded,
})

/** The body of POST /api/v1/standing, amounts in whole units (method, section 11). */
export const standingBody = z
  .strictObject({
    asOf: isoDate,
    knownAt: knownAt.nullish(),
    lifecycle: z.enum(LIFECYCLES).default('in_force'),
    commitment: commitment,
    observations: z.array(observation).max(MOST_ITEMS),
  })
  .superRefine((body, context) => {
    checkCommitment(body.commitment, context)
    checkObservations(body, context)
  })

export type StandingBody = z.output<typeof standingBody>
export type CommitmentBody = StandingBody['commitment']
export type VersionBody = CommitmentBody['versions'][number]

/** The case that a body describes, ready for standing(); endOfDay (lib/clock) says when a bare knownAt is over. Throws InvalidInput with every problem at its dotted path. */
export function standingCaseOf(body: unknown, endOfDay: (day: IsoDate) => Instant): StandingCase {
  const parsed = standingBody.safeParse(body, { reportInput: true })
  if (!parsed.success) throw new InvalidInput(problemsOf(parsed.error))
  return toStandingCase(parsed.data, endOfDay)
}
