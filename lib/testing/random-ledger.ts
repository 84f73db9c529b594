import * as fc from 'fast-check'
import { type ChangeDraft, lockChain } from '@/lib/data/changes'
import { transaction } from '@/lib/data/client'
import type { AgreementRecord, Description, NewFact } from '@/lib/data/record'
import { writeRecords } from '@/lib/data/write'
import { EVIDENCES, LIFECYCLES } from '@/lib/domain/types'

const description: Description = {
  title: 'T',
  type: 'mou',
  binding: 'unknown',
  sector: 'rail',
  region: 'MA',
  place: null,
  summary: null,
  signedBasis: null,
  notes: null,
  company: 'Acme',
  otherCompanies: [],
  governmentParties: [],
  signatories: [],
  mainSource: {
    url: 'https://x.org',
    publisher: null,
    publishedOn: null,
    language: null,
    attachment: null,
  },
  otherSources: [],
}

function change(subject: string): ChangeDraft {
  const none = { reason: null, key: null, batch: null, undoes: null }
  return { ...none, actor: 'test', verb: 'test', subject, diff: {} }
}

/** What one change says of one agreement. */
export function record(reference: string, said: Partial<AgreementRecord>): AgreementRecord {
  return {
    change: change(reference),
    reference,
    create: false,
    description: null,
    commitments: [],
    facts: [],
    retractFacts: [],
    events: [],
    retractEvents: [],
    relations: [],
    retractRelations: [],
    ...said,
  }
}

/** A statement of persons. */
export function fact(said: Partial<NewFact> & { kind: NewFact['kind']; value: bigint }): NewFact {
  const { value, ...rest } = said
  return {
    measure: 'net_new_jobs',
    observation: null,
    on: null,
    onText: null,
    quantity: { comparator: 'eq', low: value, high: value, missing: null },
    deadline: null,
    milestones: [],
    evidence: null,
    corrects: null,
    source: null,
    asStated: null,
    deadlineAsStated: null,
    perimeter: null,
    note: null,
    ...rest,
  }
}

/** A day about which statements are made. */
export const day = fc
  .date({ min: new Date('2022-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const value = fc.bigInt({ min: 1n, max: 3_000n })
const deadline = fc.constantFrom(null, '2025-06-30', 'by 2026', 'before 2027-06', 'in 2028-H1')
export const source = {
  url: 'https://x.org',
  publisher: null,
  publishedOn: null,
  language: null,
  attachment: null,
}

/** Anything that can be said of an agreement that stands. */
export const statement = fc.oneof(
  fc.record({
    kind: fc.constant('observation' as const),
    on: day,
    value,
    evidence: fc.constantFrom(...EVIDENCES),
  }),
  fc.record({ kind: fc.constant('amendment' as const), on: day, value, deadline }),
  fc.record({ kind: fc.constant('correction' as const), value, deadline }),
  fc.record({ kind: fc.constant('baseline' as const), value }),
  fc.record({ kind: fc.constantFrom(...LIFECYCLES), on: day }),
  fc.record({ kind: fc.constant('project_start' as const), on: day }),
  fc.record({ kind: fc.constant('overlaps' as const) }),
)
type Statement = typeof statement extends fc.Arbitrary<infer T> ? T : never

/** What a change says that makes the statement; `other` is whom it is related to. */
export function said(one: Statement, other: string): Partial<AgreementRecord> {
  switch (one.kind) {
    case 'observation':
      return {
        facts: [fact({ ...one, observation: 'headcount', onText: one.on, source })],
      }
    case 'amendment':
      return { facts: [fact({ ...one, onText: one.on })] }
    case 'correction':
      return { facts: [fact({ ...one, corrects: 1 })] }
    case 'baseline':
      return { facts: [fact(one)] }
    case 'overlaps':
      return { relations: [{ kind: 'overlaps', to: other, position: 0 }] }
    default:
      return {
        events: [
          { kind: one.kind, on: one.on, onText: one.on, source, asStated: null, reason: null },
        ],
      }
  }
}

export const CREATION = { create: true, description } as const

/** Records changes together. */
export async function write(records: AgreementRecord[]) {
  await transaction(async (tx) => writeRecords(tx, await lockChain(tx), records, Date.now()))
}
