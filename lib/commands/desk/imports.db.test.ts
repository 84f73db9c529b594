import { afterAll, expect, test } from 'vitest'
import { accountViewer } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import type { Region, Role } from '@/lib/domain/types'
import { Forbidden, InvalidInput, NotFound, Refused } from '@/lib/errors'
import { undoChange } from '@/lib/features/changes/undo-change'
import { type ProposeInput, proposeFile } from '@/lib/features/imports/propose-file'
import { acceptImport } from '@/lib/features/proposals/accept-import'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { withdrawImport } from '@/lib/features/proposals/withdraw-import'

afterAll(disconnect)

const clock = Date.now
const account = (id: string, role: Role, region: Region | null = null) =>
  accountViewer({ id, role, region })
const author = account('amina', 'editor')
const reviewer = account('rachid', 'reviewer')

const HEADER =
  'reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs,deadline,amount,currency,source_url,relations\n'
const row = (reference: string, jobs = '1000', region = 'MA-06', relations = '') =>
  `${reference},A plant,mou,unknown,Acme ${reference},2024-01-15,rail,${region},net_new_jobs,direct,${jobs},by 2027,>1500.5,MAD,https://example.org/a,${relations}\n`
const bring = (text: string, more: Partial<ProposeInput> = {}) =>
  proposeFile({
    ...{ viewer: author, kind: 'agreements', fileName: 'plants.csv', dryRun: false, submit: true },
    ...{ file: Buffer.from(text), clock, ...more },
  })
const count = async (sql: string) =>
  Number((await pool().query(`select count(*) as n from ${sql}`)).rows[0].n)
const batchOf = ({ batch }: { batch: string | null }) => batch ?? expect.unreachable('no batch')

test('a trial tells and writes nothing; a refused row keeps every row out', async () => {
  const trial = await bring(HEADER + row('A-1') + row('A-2'), { dryRun: true })
  expect(trial).toMatchObject({ read: 2, created: 2, refused: [], batch: null })
  const refused = await bring(HEADER + row('A-1') + row('A-2', 'many'))
  expect(refused).toMatchObject({ read: 2, batch: null })
  expect(refused.refused).toMatchObject([
    { line: 3, column: 'jobs', value: 'many', reason: { code: 'quantity_format' } },
  ])
  expect([await count('proposal'), await count('import_file'), await count('change')]).toEqual([
    0, 0, 0,
  ])
})

test('rows wait together, are accepted together and undone together', async () => {
  const text = HEADER + row('B-1') + row('B-2', '200', 'MA-06', 'part_of:B-1')
  const batch = batchOf(await bring(text))
  expect(await count(`proposal where import_id = '${batch}' and state = 'submitted'`)).toBe(2)
  await expect(acceptImport({ viewer: author, id: batch, clock })).rejects.toBeInstanceOf(Forbidden)
  const accepted = await acceptImport({ viewer: reviewer, id: batch, clock })
  expect(accepted.accepted).toBe(2)
  await expect(acceptImport({ viewer: reviewer, id: batch, clock })).rejects.toBeInstanceOf(Refused)
  const { rows } = await pool().query(
    `select actor, verb, diff->>'author' as author from change where batch = '${accepted.batch}'`,
  )
  expect(rows).toEqual(
    Array(2).fill({ actor: 'rachid', verb: 'accept.agreement', author: 'amina' }),
  )
  expect(await count(`agreement where reference in ('B-1', 'B-2') and retracted is null`)).toBe(2)
  const { rows: changes } = await pool().query(
    `select max(seq)::int as seq from change where batch = '${accepted.batch}'`,
  )
  const undone = await undoChange({ viewer: reviewer, seq: changes[0].seq, reason: null, clock })
  expect(undone.undone).toHaveLength(2)
  expect(await count(`agreement where reference in ('B-1', 'B-2') and retracted is null`)).toBe(0)
})

test('a row of a known agreement is an edit of what differs, and the same file again is nothing', async () => {
  const first = batchOf(await bring(HEADER + row('C-1')))
  await acceptImport({ viewer: reviewer, id: first, clock })
  expect(await bring(HEADER + row('C-1'))).toMatchObject({ unchanged: 1, batch: null })
  const second = batchOf(await bring(HEADER + row('C-1', '1200')))
  const { rows } = await pool().query(
    `select kind, payload->'cells' as cells from proposal where import_id = '${second}'`,
  )
  expect(rows).toEqual([{ kind: 'edit', cells: { jobs: '1200', reason: 'Import: plants.csv' } }])
  await acceptImport({ viewer: reviewer, id: second, clock })
  expect(await bring(HEADER + row('C-1', '1200'))).toMatchObject({ unchanged: 1, batch: null })
})

test('reports of a file wait as reports, and one of them can be accepted alone', async () => {
  const batch = batchOf(await bring(HEADER + row('D-1')))
  await acceptImport({ viewer: reviewer, id: batch, clock })
  const text = `reference,data_date,kind,value,evidence,source_url
D-1,2025-06-30,created_cumulative,100,documented,https://example.org/r
D-1,2025-12-31,created_cumulative,250,verified,https://example.org/r
`
  const reports = batchOf(await bring(text, { kind: 'reports' }))
  const { rows } = await pool().query(
    `select id, version from proposal where import_id = '${reports}' order by payload->'cells'->>'data_date'`,
  )
  await acceptProposal({ viewer: reviewer, ...rows[0], clock })
  expect(await acceptImport({ viewer: reviewer, id: reports, clock })).toMatchObject({
    accepted: 1,
  })
  expect(await count(`fact where kind = 'observation' and retracted is null`)).toBe(2)
})

test('an import of several parts relates rows of any of them, and is undone as one', async () => {
  const plain = Array.from({ length: 501 }, (_, n) => row(`L-${String(n + 1).padStart(3, '0')}`))
  const text = HEADER + row('L-000', '5', 'MA-06', 'part_of:L-501') + plain.join('')
  const accepted = await acceptImport({
    ...{ viewer: reviewer, id: batchOf(await bring(text)), clock },
  })
  expect(accepted.accepted).toBe(502)
  const live = `agreement where reference like 'L-%' and retracted is null`
  expect(await count(live)).toBe(502)
  const { rows } = await pool().query(
    `select max(seq)::int as last, count(distinct seq)::int as changes from change where batch = '${accepted.batch}'`,
  )
  expect(rows[0].changes).toBe(502)
  const { undone, changes } = await undoChange({
    ...{ viewer: reviewer, seq: rows[0].last, reason: null, clock },
  })
  expect([undone.length, new Set(changes).size]).toEqual([502, 502])
  expect(undone[0]).toBe(rows[0].last)
  expect(await count(live)).toBe(0)
}, 120_000)

test('of reports undone together, one that replaced another gives way to it', async () => {
  await acceptImport({ viewer: reviewer, id: batchOf(await bring(HEADER + row('M-1'))), clock })
  const head = 'reference,data_date,kind,value,evidence,source_url\n'
  const report = (day: string, value: string) =>
    `M-1,${day},created_cumulative,${value},documented,https://example.org/m\n`
  const accept = async (text: string) => {
    const id = batchOf(await bring(head + text, { kind: 'reports' }))
    return acceptImport({ viewer: reviewer, id, clock })
  }
  const values = async () =>
    (
      await pool().query(
        `select f.low::int as low from fact f join commitment c on c.id = f.commitment_id join agreement a on a.id = c.agreement_id
         where a.reference = 'M-1' and f.kind = 'observation' and f.retracted is null order by f."on"`,
      )
    ).rows.map(({ low }) => low)
  await accept(report('2025-03-31', '10') + report('2025-06-30', '20'))
  const second = await accept(
    report('2025-06-30', '25') + report('2025-09-30', '30') + report('2025-12-31', '40'),
  )
  expect(await values()).toEqual([10, 25, 30, 40])
  const { rows } = await pool().query(
    `select min(seq)::int as seq from change where batch = '${second.batch}'`,
  )
  const { undone } = await undoChange({
    ...{ viewer: reviewer, seq: rows[0].seq, reason: null, clock },
  })
  expect(undone).toEqual([rows[0].seq + 2, rows[0].seq + 1, rows[0].seq])
  expect(await values()).toEqual([10, 20])
})

test('an import is taken back as one by its author only; its names are free again', async () => {
  const batch = batchOf(await bring(HEADER + row('E-1') + row('E-2'), { submit: false }))
  expect((await bring(HEADER + row('E-1'))).refused).toMatchObject([
    { line: 2, column: 'reference', reason: { code: 'reference_proposed' } },
  ])
  const other = account('other', 'editor')
  await expect(withdrawImport({ viewer: other, id: batch, clock })).rejects.toBeInstanceOf(
    Forbidden,
  )
  expect(await withdrawImport({ viewer: author, id: batch, clock })).toEqual({ withdrawn: 2 })
  expect((await bring(HEADER + row('E-1'))).refused).toEqual([])
  const nothing = '00000000-0000-4000-8000-000000000000'
  await expect(withdrawImport({ viewer: author, id: nothing, clock })).rejects.toBeInstanceOf(
    NotFound,
  )
})

test('the same key and file is one import; another file with the key is refused', async () => {
  const text = HEADER + row('F-1')
  const both = await Promise.all([bring(text, { key: 'k' }), bring(text, { key: 'k' })])
  expect(both[0]).toEqual(both[1])
  expect(await bring(text, { key: 'k' })).toEqual(both[0])
  expect(await count(`proposal where subject = 'F-1'`)).toBe(1)
  await expect(bring(HEADER + row('F-2'), { key: 'k' })).rejects.toBeInstanceOf(Refused)
})

test('rows of other regions are refused to an account of one region', async () => {
  const local = account('local', 'editor', 'MA-04')
  const text = HEADER + row('G-1', '10', 'MA-04') + row('G-2', '10', 'MA-06')
  expect((await bring(text, { viewer: local })).refused).toMatchObject([
    { line: 3, column: 'region', reason: { code: 'region_not_yours' } },
  ])
  await expect(bring(text, { viewer: account('v', 'viewer') })).rejects.toBeInstanceOf(Forbidden)
})

test('what the ledger no longer lets in is located under its proposal and nothing is accepted', async () => {
  const text = HEADER + row('H-1') + row('H-2', '200', 'MA-06', 'part_of:H-1')
  const batch = batchOf(await bring(text))
  await pool().query(
    `update proposal set state = 'withdrawn', version = version + 1 where subject = 'H-1' and import_id = '${batch}'`,
  )
  const refused = await acceptImport({ viewer: reviewer, id: batch, clock }).catch((error) => error)
  expect(refused).toBeInstanceOf(InvalidInput)
  expect(refused.problems).toMatchObject([
    { path: expect.stringMatching(/^[0-9a-f-]{36}\.relations$/), code: 'reference_unknown' },
  ])
  expect(await count(`agreement where reference = 'H-2'`)).toBe(0)
})
