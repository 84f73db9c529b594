import { afterAll, expect, test } from 'vitest'
import { accountViewer, terminal, visitor } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { getAgreement } from '@/lib/features/agreements/get-agreement'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
import { undoChange } from '@/lib/features/changes/undo-change'
import { importFile } from '@/lib/features/imports/import-file'
import { rebuildStandings } from '@/lib/features/ledger/rebuild-standings'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { parseFilters } from '@/lib/schemas/filters'

afterAll(disconnect)

const reviewer = accountViewer({ id: 'rachid', role: 'reviewer', region: null })
const columns =
  'reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs,deadline,amount,currency,amount_missing,source_url'
const line = (reference: string, jobs: number, scope = 'direct') =>
  `${reference},A plant,mou,unknown,Acme,2024-01-15,rail,MA-04,net_new_jobs,${scope},${jobs},by 2027,,,not_applicable,https://example.org/a`
const bring = (...lines: string[]) =>
  importFile({
    ...{ viewer: terminal(), kind: 'agreements', dryRun: false, clock: Date.now },
    file: Buffer.from([columns, ...lines].join('\n')),
  })
const all = (surface: 'list' | 'summary') =>
  parseFilters(new URLSearchParams('asOf=2026-11-24'), surface)
const promised = async () =>
  (await getSummary(visitor('public'), all('summary'))).figures.promised.value
const lastSeq = async () =>
  Number((await pool().query('select max(seq) as seq from change')).rows[0].seq)
const undo = async () =>
  undoChange({ viewer: reviewer, seq: await lastSeq(), reason: null, clock: Date.now })

test('1000 + 500 − 500 = 1000: what is undone is in no list and no sum, and stands where it was known', async () => {
  await bring(line('A-1', 1000))
  await bring(line('A-2', 500))
  expect(await promised()).toBe(1500n)
  const { rows } = await pool().query('select max("at") as at from change')
  const knownAt = rows[0].at.toISOString()
  await undo()
  expect(await promised()).toBe(1000n)
  const listed = await listAgreements(visitor('public'), all('list'))
  expect(listed.rows.map(({ reference }) => reference)).toEqual(['A-1'])
  await expect(
    getAgreement(visitor('public'), 'A-2', { asOf: null, knownAt: null }),
  ).rejects.toBeInstanceOf(NotFound)
  expect(
    (await getAgreement(visitor('public'), 'A-2', { asOf: null, knownAt })).description.title,
  ).toBe('A plant')
  const then = { ...all('summary'), knownAt }
  expect((await getSummary(visitor('public'), then)).figures.promised.value).toBe(1500n)
})

test('a reference that was taken back is not filled again by a file', async () => {
  const { refused } = await bring(line('A-2', 700))
  expect(refused).toMatchObject([{ column: 'reference', reason: { code: 'reference_taken' } }])
})

test('an undone edit of number and scope leaves standings that a rebuild computes alike', async () => {
  await bring(line('A-1', 1200, 'mixed'))
  expect(await promised()).toBe(0n)
  await undo()
  expect(await promised()).toBe(1000n)
  expect(await rebuildStandings(terminal())).toMatchObject({
    missing: 0,
    surplus: 0,
  })
})

test('the public sees that staff accepted, not who', async () => {
  const { changes } = await getAgreement(visitor('public'), 'A-1', { asOf: null, knownAt: null })
  expect(new Set(changes.map(({ actor }) => actor))).toEqual(new Set(['terminal', 'staff']))
  const named = await getAgreement(reviewer, 'A-1', { asOf: null, knownAt: null })
  expect(named.changes.map(({ actor }) => actor)).toContain('rachid')
})
