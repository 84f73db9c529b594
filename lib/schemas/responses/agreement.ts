import { z } from 'zod'
import {
  AGREEMENT_TYPES,
  BINDINGS,
  CAPACITIES,
  EVENT_KINDS,
  EVIDENCES,
  FRESHNESSES,
  JOB_SCOPES,
  LANES,
  LIFECYCLES,
  MEASURES,
  NOT_MEASURABLE_REASONS,
  OBSERVATION_KINDS,
  PACE_STATUSES,
  PARTY_ROLES,
  REGIONS,
  RELATION_KINDS,
  SECTORS,
  SIDES,
  SIGNED_BASES,
  VERSION_KINDS,
} from '@/lib/domain/types'
import { amount, count, dated, day, instant, quantity, source, text } from './parts'
import { standingMembers } from './standing'

const slug = z.string()

const organisation = z.strictObject({
  slug,
  name: z.string(),
  group: z.boolean().meta({ description: 'Stands for companies that no source names.' }),
})

const leftOut = text.meta({
  description: 'Why the counting rules dropped it; null when it counts.',
})

/** A sourced statement. */
const fact = {
  quantity: quantity.nullable(),
  asStated: text,
  source: source.nullable(),
  note: text,
  recordedAt: instant.nullable(),
}

const when = { date: dated, day: day.nullable() }

const version = z.strictObject({
  number: z.int().min(1),
  kind: z.enum(VERSION_KINDS),
  corrects: z.int().nullable(),
  effectiveOn: dated,
  ...fact,
  deadline: text,
  deadlineAsStated: text,
  milestones: z.array(z.strictObject({ on: day, ...quantity.shape })),
})

const observation = z.strictObject({
  dataDate: day,
  ...when,
  kind: z.enum(OBSERVATION_KINDS),
  evidence: z.enum(EVIDENCES),
  perimeter: text,
  ...fact,
})

const dayValue = z.strictObject({ day, value: amount })
const created = dayValue.extend({ approximate: z.boolean(), evidence: z.enum(EVIDENCES) })
const lane = z.strictObject({ ...standingMembers, counted: z.boolean(), leftOut })

const commitment = z.strictObject({
  measure: z.enum(MEASURES),
  scope: z.enum(JOB_SCOPES),
  currency: text,
  versions: z.array(version),
  baselines: z.array(z.strictObject({ ...when, ...fact })),
  observations: z.array(observation),
  claims: z.array(z.strictObject({ ...when, ...fact })),
  standing: z.strictObject({ reported: lane, verified: lane }),
  burnUp: z.strictObject({
    path: z.array(dayValue).nullable(),
    reported: z.array(created),
    verified: z.array(created),
  }),
})

const event = z.strictObject({
  kind: z.enum(EVENT_KINDS),
  ...when,
  reason: text,
  asStated: text,
  source: source.nullable(),
  recordedAt: instant.nullable(),
})

const identity = {
  reference: z.string(),
  title: z.string(),
  type: z.enum(AGREEMENT_TYPES),
  binding: z.enum(BINDINGS),
  sector: z.enum(SECTORS),
  region: z.enum(REGIONS),
  place: text,
  signedOn: dated,
  start: day.nullable(),
  lifecycle: z.enum(LIFECYCLES),
  updatedAt: instant,
}

const whole = {
  ...identity,
  version: z.int().min(1),
  summary: text,
  notes: text,
  signedBasis: z.enum(SIGNED_BASES).nullable(),
  parties: z.array(z.strictObject({ ...organisation.shape, role: z.enum(PARTY_ROLES) })),
  signatories: z.array(
    z.strictObject({
      slug,
      name: z.string(),
      title: z.string(),
      side: z.enum(SIDES),
      capacity: z.enum(CAPACITIES),
    }),
  ),
  commitments: z.array(commitment),
  events: z.array(event),
  relations: z.array(
    z.strictObject({
      kind: z.enum(RELATION_KINDS),
      direction: z.enum(['to', 'from']),
      reference: z.string(),
      title: z.string(),
    }),
  ),
  sources: z.array(source.nullable()),
}
export type WholeResponse = z.output<z.ZodObject<typeof whole>>

/** The answer of GET /api/v1/agreements/{reference} (contract, section 4). */
export const agreementResponse = z.strictObject({
  ...whole,
  asOf: day,
  knownAt: instant.nullable(),
  counting: z.array(
    z.strictObject({
      measure: z.enum(MEASURES),
      lane: z.enum(LANES),
      counted: z.boolean(),
      live: z.boolean(),
      reporting: z.boolean(),
      leftOut,
    }),
  ),
  history: z.array(
    z.strictObject({
      seq: z.int(),
      at: instant,
      actor: z.string(),
      verb: z.string(),
      reason: text,
      diff: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type AgreementResponse = z.output<typeof agreementResponse>

/** One agreement of a list, whole, and as it stands in the measure and lane asked for. */
const listedAgreement = z.strictObject({
  ...whole,
  company: organisation.nullable(),
  measure: z.enum(MEASURES),
  status: z.enum(PACE_STATUSES).nullable(),
  statusEarly: z.enum(PACE_STATUSES).nullable(),
  reason: z.enum(NOT_MEASURABLE_REASONS).nullable(),
  readingSensitive: z.boolean(),
  freshness: z.enum(FRESHNESSES),
  evidence: z.enum(EVIDENCES),
  quantity: quantity.nullable(),
  currency: text,
  target: amount.nullable(),
  targetOriginal: amount.nullable(),
  due: day.nullable(),
  dueEarly: day.nullable(),
  yearOnly: z.boolean(),
  deadline: text,
  created: amount.nullable(),
  approximate: z.boolean(),
  createdVerified: amount.nullable(),
  dataDate: day.nullable(),
  expected: z.int().nullable(),
  live: z.boolean(),
  reporting: z.boolean(),
  leftOut,
  otherMeasures: z.array(z.enum(MEASURES)),
  amount: z
    .strictObject({
      ...quantity.shape,
      currency: text,
      realised: amount.nullable(),
      dataDate: day.nullable(),
    })
    .nullable()
    .meta({ description: 'The investment; null where none is promised.' }),
})
export type ListedResponse = z.output<typeof listedAgreement>

/** The answer of GET /api/v1/agreements. */
export const agreementsResponse = z.strictObject({
  data: z.array(listedAgreement),
  next: z.string().nullable().meta({ description: 'Cursor of the next page; null on the last.' }),
  total: count.meta({ description: 'Rows of all pages.' }),
})
