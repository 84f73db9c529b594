import { afterAll, expect, test } from 'vitest'
import { accountViewer, visitor } from '@/lib/auth/viewer'
import { lockChain } from '@/lib/data/changes'
import { disconnect, pool, transaction } from '@/lib/data/client'
import { idsOf, loadAgreements } from '@/lib/data/ledger'
import { planAgreements } from '@/lib/data/plans/plan-agreements'
import { planAmendments } from '@/lib/data/plans/plan-amendments'
import { planReports } from '@/lib/data/plans/plan-reports'
import type { AgreementRecord } from '@/lib/data/record'
import { loadStandings } from '@/lib/data/standings'
import { writeRecords } from '@/lib/data/write'
import { Forbidden, Unauthenticated } from '@/lib/errors'
import { getHistory } from './get-history'
import { listChanges } from './list-changes'
import { undoChange } from './undo-change'

afterAll(disconnect)

const reviewer = accountViewer({ id: 'rachid', role: 'reviewer', region: null })
const auditor = accountViewer({ id: 'omar', role: 'auditor', region: null })
const clock = Date.now
const source = { source_url: 'https://example.org/a' }
const ROW = {
  ...{
    title: 'A plant',
    type: 'mou',
    binding: 'unknown',
    company: 'Acme',
    signed_on: '2024-01-15',
  },
  ...{
    sector: 'rail',
    region: 'MA-04',
    jobs_measure: 'net_new_jobs',
    jobs_scope: 'direct',
    jobs: '1000',
  },
  ...{
    deadline: 'by 2027',
    baseline_headcount: '50',
    amount: '>1500.5',
    currency: 'MAD',
    ...source,
  },
}

type Cells = Record<string, string>
type Planner = 'agreements' | 'reports' | 'amendments'

async function agreementOf(reference: string) {
  const ids = await idsOf(pool(), [reference])
  const [agreement] = await loadAgreements(pool(), [...ids.values()])
  return agreement
}

/** Writes rows as one batch or each by itself, and returns the numbers of the changes. */
async function write(kind: Planner, rows: Cells[], batch = 'b'): Promise<number[]> {
  return transaction(async (tx) => {
    const last = await lockChain(tx)
    const references = rows.map(({ reference = '' }) => reference)
    const agreements = await loadAgreements(tx, [...(await idsOf(tx, references)).values()])
    const ledger = new Map(agreements.map((one) => [one.reference, one]))
    const lines = rows.map((cells, index) => ({ line: index + 1, cells }))
    const by = { actor: 'test', id: batch }
    const plan =
      kind === 'agreements'
        ? planAgreements(lines, ledger, new Map(), new Set(), by)
        : kind === 'reports'
          ? planReports(lines, ledger, by)
          : planAmendments(lines, ledger, by)
    expect(plan.refused).toEqual([])
    return (await writeRecords(tx, last, plan.records as AgreementRecord[], clock())).map(
      ({ seq }) => seq,
    )
  })
}

const undo = (seq = 0, viewer = reviewer, at = clock) =>
  undoChange({ viewer, seq, reason: 'A slip', clock: at })

/** What holds now of an agreement in the reported lane: status, T, c. */
async function standingOf(reference: string) {
  const agreement = await agreementOf(reference)
  const kept = await loadStandings(pool(), [agreement?.id ?? 0], false)
  return kept
    .filter(({ record }) => record.measure === 'net_new_jobs' && record.lane === 'reported')
    .map(({ record }) => `${record.valid_from} ${record.status} ${record.target} ${record.created}`)
}

let number = 0
async function fresh(): Promise<{ reference: string; seq: number | undefined }> {
  number += 1
  const reference = `U-${number}`
  const [seq] = await write('agreements', [{ ...ROW, reference }], `new ${number}`)
  return { reference, seq }
}

test('an undone report leaves the standing as it was, and the one it replaced holds again', async () => {
  const { reference } = await fresh()
  const nothing = await standingOf(reference)
  const report = {
    reference,
    data_date: '2025-12-31',
    kind: 'headcount',
    evidence: 'documented',
    ...source,
  }
  const [first] = await write('reports', [{ ...report, value: '300' }], 'r1')
  const once = await standingOf(reference)
  const [second] = await write('reports', [{ ...report, value: '400' }], 'r2')
  expect(await standingOf(reference)).not.toEqual(once)
  await undo(second)
  expect(await standingOf(reference)).toEqual(once)
  // What the second replaced was stated anew by the undo, so the first is no longer alone.
  await expect(undo(first)).rejects.toMatchObject({ code: 'undo_touched' })
  expect(nothing).not.toEqual(once)
})

test('an undone edit restores the description, the promise and their standing', async () => {
  const { reference } = await fresh()
  const before = await standingOf(reference)
  const edited = {
    ...ROW,
    reference,
    title: 'Another',
    jobs: '1200',
    jobs_scope: 'unspecified',
    company: 'Acme SA',
  }
  const [seq] = await write('agreements', [edited], 'e1')
  expect((await agreementOf(reference))?.title).toBe('Another')
  expect(await standingOf(reference)).not.toEqual(before)
  await undo(seq)
  const agreement = await agreementOf(reference)
  expect([agreement?.title, agreement?.version]).toEqual(['A plant', 3])
  expect(agreement?.parties.map(({ name }) => name)).toEqual(['Acme'])
  expect(agreement?.commitments[0]?.scope).toBe('direct')
  expect(await standingOf(reference)).toEqual(before)
})

test('an edit that somebody edited further is not undone alone', async () => {
  const { reference } = await fresh()
  const [first] = await write('agreements', [{ ...ROW, reference, title: 'One' }], 'f1')
  await write('agreements', [{ ...ROW, reference, title: 'Two' }], 'f2')
  await expect(undo(first)).rejects.toMatchObject({ code: 'undo_touched', values: { reference } })
})

test('an undone agreement is gone from every sum, and stands where it was known', async () => {
  const { reference, seq } = await fresh()
  const known = await standingOf(reference)
  expect(known.length).toBeGreaterThan(0)
  await undo(seq)
  expect(await standingOf(reference)).toEqual([])
  const past = await loadStandings(pool(), [(await agreementOf(reference))?.id ?? 0], true)
  expect(past.length).toBeGreaterThan(0)
  await expect(undo(seq)).rejects.toMatchObject({ code: 'undo_done' })
})

test('an agreement with a report since is not undone alone', async () => {
  const { reference, seq } = await fresh()
  const report = {
    reference,
    data_date: '2025-12-31',
    kind: 'headcount',
    value: '300',
    evidence: 'documented',
  }
  await write('reports', [{ ...report, ...source }], 'r3')
  await expect(undo(seq)).rejects.toMatchObject({ code: 'undo_touched' })
})

test('a batch is undone as one', async () => {
  const rows = [
    { ...ROW, reference: 'B-1' },
    { ...ROW, reference: 'B-2', relations: '' },
  ]
  const [first, second] = await write('agreements', rows, 'together')
  const { undone, changes } = await undo(first)
  expect(undone).toEqual([second, first])
  expect(changes).toHaveLength(2)
  expect([await standingOf('B-1'), await standingOf('B-2')]).toEqual([[], []])
})

test('after thirty minutes it is too late', async () => {
  const { seq } = await fresh()
  const minutes = (count: number) => () => Date.now() + count * 60_000
  await expect(undo(seq, reviewer, minutes(31))).rejects.toMatchObject({ code: 'undo_too_late' })
  expect((await undo(seq, reviewer, minutes(29))).undone).toEqual([seq])
})

test('an undo is not undone; the account of another region may not', async () => {
  const { seq } = await fresh()
  const elsewhere = accountViewer({ id: 'r2', role: 'reviewer', region: 'MA-01' })
  await expect(undo(seq, elsewhere)).rejects.toBeInstanceOf(Forbidden)
  const { changes } = await undo(seq)
  await expect(undo(changes[0])).rejects.toMatchObject({ code: 'undo_of_undo' })
})

test('the history says who, what, why and on which source, and what was undone', async () => {
  const { reference } = await fresh()
  const [seq] = await write('agreements', [{ ...ROW, reference, title: 'Other' }], 'h1')
  const { changes } = await undo(seq)
  const now = { knownAt: null, clock }
  const history = await getHistory(reviewer, reference, now)
  expect(history.map(({ verb, undoes, undoneBy }) => ({ verb, undoes, undoneBy }))).toEqual([
    { verb: 'undo', undoes: seq, undoneBy: null },
    { verb: 'import.agreement', undoes: null, undoneBy: changes[0] },
    { verb: 'import.agreement', undoes: null, undoneBy: null },
  ])
  expect(history[1]).toMatchObject({
    actor: 'test',
    fields: [{ path: 'title', before: 'A plant', after: 'Other' }],
    source: { url: 'https://example.org/a' },
  })
  expect(history[0]).toMatchObject({
    ...{ actor: 'rachid', reason: 'A slip' },
    fields: [{ path: 'title', before: 'Other', after: 'A plant' }],
  })
  const [undone] = await getHistory(visitor('public'), reference, now)
  expect(undone).toMatchObject({ actor: 'staff', actorName: null, proposal: null, undoUntil: null })
  await expect(getHistory(visitor('private'), reference, now)).rejects.toBeInstanceOf(
    Unauthenticated,
  )
  const before = await getHistory(reviewer, reference, {
    knownAt: (history[2]?.at ?? 0) + 1,
    clock,
  })
  expect(before.map(({ seq: number }) => number)).toContain(history[2]?.seq)
})

test('a change says until when it can be undone, to those who may', async () => {
  const { reference, seq } = await fresh()
  const [entry] = await getHistory(reviewer, reference, { knownAt: null, clock })
  expect(entry).toMatchObject({ seq, undoUntil: (entry?.at ?? 0) + 30 * 60_000 })
  const late = () => (entry?.at ?? 0) + 31 * 60_000
  const [later] = await getHistory(reviewer, reference, { knownAt: null, clock: late })
  expect(later?.undoUntil).toBeNull()
  const elsewhere = accountViewer({ id: 'r2', role: 'reviewer', region: 'MA-01' })
  const [theirs] = await getHistory(elsewhere, reference, { knownAt: null, clock })
  expect(theirs?.undoUntil).toBeNull()
})

test('the audit log has every change once, page by page, for those who may read it', async () => {
  const ask = { subject: null, actor: null, verb: null, limit: 4 }
  const seen: number[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listChanges>> = await listChanges(auditor, {
      ...ask,
      cursor,
    })
    seen.push(...page.rows.map(({ seq }) => seq))
    cursor = page.next
  } while (cursor !== null)
  const { rows } = await pool().query<{ n: number }>('select count(*)::int as n from change')
  expect(seen).toEqual(Array.from({ length: rows[0]?.n ?? 0 }, (_, index) => seen.length - index))
  await expect(listChanges(reviewer, { ...ask, cursor: null })).rejects.toBeInstanceOf(Forbidden)
  await expect(listChanges(visitor('public'), { ...ask, cursor: null })).rejects.toBeInstanceOf(
    Unauthenticated,
  )
})

test('an undo under a key is one undo, however often it is sent; the key with another reason is refused', async () => {
  const { seq = 0 } = await fresh()
  const asked = { viewer: reviewer, seq, reason: 'A slip', key: 'undo-1', clock }
  const [first, again] = [await undoChange(asked), await undoChange(asked)]
  expect(first.undone).toEqual([seq])
  expect(again).toEqual(first)
  await expect(undoChange({ ...asked, key: 'undo-2' })).rejects.toMatchObject({ code: 'undo_done' })
  await expect(undoChange({ ...asked, reason: 'Another' })).rejects.toMatchObject({
    code: 'key_reused',
  })
})
