import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { terminal } from '@/lib/auth/viewer'
import { allChanges, type ChangeDraft, lockChain } from '@/lib/data/changes'
import { disconnect, pool, transaction } from '@/lib/data/client'
import { allIds, loadAgreements } from '@/lib/data/ledger'
import { toHistory } from '@/lib/data/mappers'
import type { AgreementRecord, Description, NewFact } from '@/lib/data/record'
import { writeRecords } from '@/lib/data/write'
import { caseAt, startOf } from '@/lib/domain/history'
import { standing } from '@/lib/domain/standing'
import { EVIDENCES, LANES, LIFECYCLES } from '@/lib/domain/types'
import { rebuildStandings } from './rebuild-standings'

afterAll(disconnect)

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

function record(reference: string, said: Partial<AgreementRecord>): AgreementRecord {
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

function fact(said: Partial<NewFact> & { kind: NewFact['kind']; value: bigint }): NewFact {
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

const day = fc
  .date({ min: new Date('2022-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const value = fc.bigInt({ min: 1n, max: 3_000n })
const deadline = fc.constantFrom(null, '2025-06-30', 'by 2026', 'before 2027-06', 'in 2028-H1')
const source = {
  url: 'https://x.org',
  publisher: null,
  publishedOn: null,
  language: null,
  attachment: null,
}

const statement = fc.oneof(
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

function said(one: Statement, other: string): Partial<AgreementRecord> {
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

const CREATION = { create: true, description } as const
let run = 0

async function write(records: AgreementRecord[]) {
  await transaction(async (tx) => writeRecords(tx, await lockChain(tx), records, Date.now()))
}

test('whatever is recorded, the stored standings are those of the method on any day, as known at any change', async () => {
  const history = fc.array(fc.tuple(fc.boolean(), statement), { minLength: 4, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(history, fc.array(day, { minLength: 6, maxLength: 6 }), async (list, days) => {
      run += 1
      const [a, b] = [`A-${run}`, `B-${run}`]
      const born = [a, b].map((reference, index) =>
        record(reference, {
          ...CREATION,
          commitments: [{ measure: 'net_new_jobs', scope: 'direct', currency: null }],
          facts: [fact({ kind: 'original', value: 1000n, deadline: 'by 2027' })],
          events: [
            {
              kind: 'signature',
              on: `2023-0${index + 1}-01`,
              onText: `2023-0${index + 1}-01`,
              source,
              asStated: null,
              reason: null,
            },
          ],
        }),
      )
      const linked = new Set<string>()
      const later = list.flatMap(([first, one]) => {
        const [from, to] = first ? [a, b] : [b, a]
        if (one.kind === 'overlaps' && linked.has(from)) return []
        if (one.kind === 'overlaps') linked.add(from)
        return [record(from, said(one, to))]
      })
      await write(born)
      await write(later.slice(0, 3)) // several changes at once
      for (const next of later.slice(3)) await write([next])

      const ids = await allIds(pool())
      const agreements = await loadAgreements(pool(), [ids.get(a) ?? 0, ids.get(b) ?? 0])
      const changes = (await allChanges(pool())).slice(-list.length)
      for (const [index, asOf] of days.entries()) {
        const known = changes[index % changes.length]
        if (!known) continue
        for (const agreement of agreements)
          for (const lane of LANES) {
            const past = toHistory(agreement)
            const c = caseAt(past, 'net_new_jobs', asOf, known.at)
            const start = startOf(past, known.at)
            const { rows } = await pool().query(
              `select status, status_early, reason, target, created, due, freshness, data_date from standing
               where agreement_id = $1 and measure = 'net_new_jobs' and lane = $2
                 and valid_from <= $3 and valid_to > $3 and known_from <= $4 and known_to > $4`,
              [agreement.id, lane, asOf, known.seq],
            )
            if (!c || (start !== null && start > asOf)) {
              expect(rows).toEqual([])
              continue
            }
            const s = standing(c, lane)
            expect(rows).toEqual([
              {
                status: s.status,
                status_early: s.statusEarly,
                reason: s.reason,
                target: s.target?.toString() ?? null,
                created: s.created?.toString() ?? null,
                due: s.due,
                freshness: s.freshness,
                data_date: s.dataDate,
              },
            ])
          }
      }
    }),
    { numRuns: 6 },
  )
}, 60_000)

test('a rebuild computes what is stored, notices a standing that was tampered with, and repairs it', async () => {
  const clean = await rebuildStandings(terminal())
  expect(clean).toMatchObject({ missing: 0, surplus: 0 })
  await pool().query('update standing set target = 1 where id = (select min(id) from standing)')
  expect(await rebuildStandings(terminal(), true)).toMatchObject({ missing: 1, surplus: 1 })
  expect(await rebuildStandings(terminal())).toEqual(clean)
})
