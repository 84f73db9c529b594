import { afterAll, expect, test } from 'vitest'
import { accountViewer, terminal } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import type { Region, Role } from '@/lib/domain/types'
import { Forbidden, InvalidInput, Refused } from '@/lib/errors'
import { undoChange } from '@/lib/features/changes/undo-change'
import { type ProposeInput, proposeFile } from '@/lib/features/imports/propose-file'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { acceptImport } from '@/lib/features/proposals/accept-import'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { editProposal } from '@/lib/features/proposals/edit-proposal'
import { getProposal } from '@/lib/features/proposals/get-proposal'
import { submitProposal } from '@/lib/features/proposals/submit-proposal'
import { listTargets } from '@/lib/features/targets/list-targets'
import { noFilters } from '@/lib/schemas/filters'

afterAll(disconnect)

const clock = Date.now
const account = (id: string, role: Role, region: Region | null = null) =>
  accountViewer({ id, role, region })
const author = account('amina', 'editor')
const reviewer = account('rachid', 'reviewer')
const URL = 'https://example.org/x'

const bring = (kind: ProposeInput['kind'], text: string, more: Partial<ProposeInput> = {}) =>
  proposeFile({
    ...{ viewer: author, kind, fileName: 'x.csv', dryRun: false, submit: true },
    ...{ file: Buffer.from(text), clock, ...more },
  })
const TARGETS = 'code,title,programme,measure,quantity,deadline,region,source_url\n'
const target = (code: string, quantity: string, region = 'MA') =>
  `${code},Jobs in rail,Plan,net_new_jobs,${quantity},by 2030,${region},${URL}\n`
const RATES = 'currency,date,rate,source_url\n'
const rate = (on: string, value: string) => `EUR,${on},${value},${URL}\n`
const batchOf = ({ batch }: { batch: string | null }) => batch ?? expect.unreachable('no batch')
const proposals = async (batch: string) =>
  (
    await pool().query(
      `select id, version, kind, subject, region, state from proposal where import_id = $1 order by subject`,
      [batch],
    )
  ).rows
const lastChange = async (subject: string) =>
  Number(
    (await pool().query('select max(seq) as seq from change where subject = $1', [subject])).rows[0]
      .seq,
  )
const undo = async (subject: string) =>
  undoChange({ viewer: reviewer, seq: await lastChange(subject), reason: null, clock })
const promised = async () => {
  const { money } = await getSummary(terminal(), { ...noFilters(), asOf: '2026-01-01' })
  return money.promised.low
}
const targets = async () => {
  const listed = await listTargets(terminal(), noFilters())
  return listed.map(({ code, quantity }) => `${code} ${quantity.low}`)
}

test('national targets wait, are accepted by another person, and undone', async () => {
  const batch = batchOf(
    await bring('targets', TARGETS + target('T-1', '5000') + target('T-2', '70')),
  )
  expect(await proposals(batch)).toMatchObject([
    { kind: 'target', subject: 'T-1', region: 'MA', state: 'submitted' },
    { kind: 'target', subject: 'T-2', region: 'MA', state: 'submitted' },
  ])
  expect(await targets()).toEqual([])
  await expect(acceptImport({ viewer: author, id: batch, clock })).rejects.toBeInstanceOf(Forbidden)
  expect(await acceptImport({ viewer: reviewer, id: batch, clock })).toMatchObject({ accepted: 2 })
  expect(await targets()).toEqual(['T-1 5000', 'T-2 70'])
  const { rows } = await pool().query(
    `select actor, verb, diff->>'author' as author from change where subject = 'T-1'`,
  )
  expect(rows).toEqual([{ actor: 'rachid', verb: 'accept.target', author: 'amina' }])
  expect((await undo('T-1')).undone).toHaveLength(2)
  expect(await targets()).toEqual([])
  // What was taken back was known for a while, and its name is free again.
  await acceptImport({
    ...{ viewer: reviewer, clock },
    id: batchOf(await bring('targets', TARGETS + target('T-1', '6000'))),
  })
  expect(await targets()).toEqual(['T-1 6000'])
})

test('a changed target shows what stands there, and undoing brings it back', async () => {
  const first = batchOf(await bring('targets', TARGETS + target('T-3', '100')))
  await acceptImport({ viewer: reviewer, id: first, clock })
  const text = TARGETS + target('T-3', '120')
  expect(await bring('targets', text, { dryRun: true })).toMatchObject({ updated: 1, batch: null })
  const [waiting] = await proposals(batchOf(await bring('targets', text)))
  const { held, problems, effect } = await getProposal(reviewer, waiting.id, clock)
  expect({ held: held?.quantity, problems, weight: effect?.weight }).toEqual({
    ...{ held: '100', problems: [], weight: 0 },
  })
  await acceptProposal({ viewer: reviewer, ...waiting, clock })
  expect(await targets()).toContain('T-3 120')
  await undo('T-3')
  expect(await targets()).toContain('T-3 100')
})

test('a rate waits, shows what it does to the money, and its undoing lets the earlier one hold again', async () => {
  const agreement = batchOf(
    await bring(
      'agreements',
      `reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs_missing,amount,currency,source_url
R-1,A plant,mou,unknown,Acme,2024-01-15,rail,MA-06,net_new_jobs,direct,not_stated,1000,EUR,${URL}\n`,
    ),
  )
  await acceptImport({ viewer: reviewer, id: agreement, clock })
  const first = batchOf(await bring('rates', RATES + rate('2024-01-10', '10.9')))
  await acceptImport({ viewer: reviewer, id: first, clock })
  // 1,000 EUR × 10.9 = 10,900 dirhams = 1,090,000 centimes.
  expect(await promised()).toBe(1_090_000n)
  const [second] = await proposals(
    batchOf(await bring('rates', RATES + rate('2024-01-10', '11'), { submit: false })),
  )
  expect(second).toMatchObject({ kind: 'rate', subject: 'EUR 2024-01-10', region: 'MA' })
  const { id, version } = second
  const handedIn = await submitProposal({ viewer: author, id, version, clock })
  const { effect, held } = await getProposal(reviewer, id, clock)
  expect(held?.rate).toBe('10.9')
  expect(effect?.investment).toMatchObject({
    ...{ before: { promised: '1090000' }, after: { promised: '1100000' } },
  })
  await acceptProposal({ viewer: reviewer, id, version: handedIn.version, clock })
  expect(await promised()).toBe(1_100_000n)
  await undo('EUR 2024-01-10')
  expect(await promised()).toBe(1_090_000n)
  const { rows } = await pool().query('select verb from change order by seq desc limit 1')
  // The audit log leads to no agreement of that name.
  expect(rows).toEqual([{ verb: 'undo.rate' }])
  await expect(undo('EUR 2024-01-10')).rejects.toBeInstanceOf(Refused)
})

test('an editor of one region brings targets of that region and no rates', async () => {
  const local = account('local', 'editor', 'MA-04')
  const text = TARGETS + target('T-4', '10', 'MA-04') + target('T-5', '10', 'MA-06')
  const { refused } = await bring('targets', text, { viewer: local })
  expect(refused).toMatchObject([
    { line: 3, column: 'region', reason: { code: 'region_not_yours' } },
  ])
  const rates = await bring('rates', RATES + rate('2024-03-01', '10'), { viewer: local })
  expect(rates.refused).toMatchObject([{ line: 2, reason: { code: 'region_not_yours' } }])
})

test('a proposal stays about what it was made for', async () => {
  const [draft] = await proposals(
    batchOf(await bring('targets', TARGETS + target('T-6', '10'), { submit: false })),
  )
  const { payload } = (await getProposal(author, draft.id, clock)).proposal
  const other = { ...payload, cells: { ...payload.cells, code: 'T-7' } }
  const { id, version } = draft
  const kept = await editProposal({ viewer: author, id, version, payload: other, clock })
  const step = submitProposal({ viewer: author, id, version: kept.version, clock })
  await expect(step).rejects.toBeInstanceOf(InvalidInput)
  await expect(step).rejects.toMatchObject({
    problems: [{ path: 'code', code: 'subject_differs' }],
  })
})

test('a rate is appended or taken back, never rewritten', async () => {
  await expect(pool().query('update rate set to_mad = 1')).rejects.toThrow(/append-only/)
  await expect(pool().query('delete from rate')).rejects.toThrow(/append-only/)
})
