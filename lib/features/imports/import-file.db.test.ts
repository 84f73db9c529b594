import { afterAll, expect, test } from 'vitest'
import { terminal } from '@/lib/auth/viewer'
import { allChanges } from '@/lib/data/changes'
import { disconnect, pool } from '@/lib/data/client'
import type { ImportKind } from '@/lib/schemas/import'
import { importFile } from './import-file'

afterAll(disconnect)

const bring = (kind: ImportKind, file: string | Buffer, dryRun = false) =>
  importFile({ viewer: terminal(), kind, file: Buffer.from(file), dryRun, clock: Date.now })

const BASE = {
  reference: 'A-1',
  title: 'A plant',
  type: 'mou',
  binding: 'unknown',
  company: 'Acme',
  signed_on: '2024-01-15',
  sector: 'rail',
  region: 'MA-06',
  jobs_measure: 'net_new_jobs',
  jobs_scope: 'direct',
  jobs: '1000',
  deadline: 'by 2027',
  baseline_headcount: '50',
  amount: '>1500.5',
  currency: 'MAD',
  lifecycle: 'signed',
  source_url: 'https://example.org/a',
  notes: ' two  spaces ',
}
type Row = Partial<Record<string, string>>

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
function csv(rows: Row[], { separator = ',', end = '\n', bom = false } = {}): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => columns.map((name) => quote(row[name] ?? '')).join(separator))
  return `${bom ? '\ufeff' : ''}${[columns.join(separator), ...lines].join(end)}${end}`
}
const agreement = (changes: Row = {}): Row => ({ ...BASE, ...changes })
const fate = ({ created, updated, unchanged, refused }: Awaited<ReturnType<typeof bring>>) => ({
  created,
  updated,
  unchanged,
  refused: refused.map(({ line, column, reason }) => `${line} ${column} ${reason.code}`),
})
const one = (what: 'created' | 'updated' | 'unchanged') => ({
  ...{ created: 0, updated: 0, unchanged: 0, refused: [] },
  [what]: 1,
})

test('semicolons, a BOM, CR LF and columns in another order say the same as commas and LF', async () => {
  expect(fate(await bring('agreements', csv([agreement()])))).toEqual(one('created'))
  const turned = Object.fromEntries(Object.entries(agreement()).reverse())
  for (const end of ['\r\n', '\n', '\r'])
    expect(
      fate(await bring('agreements', csv([turned], { separator: ';', end, bom: true }))),
    ).toEqual(one('unchanged'))
})

test('a trial writes nothing', async () => {
  const before = (await allChanges(pool())).length
  expect(fate(await bring('agreements', csv([agreement({ reference: 'A-2' })]), true))).toEqual(
    one('created'),
  )
  expect(await allChanges(pool())).toHaveLength(before)
})

test('one bad row keeps every row out, and is located also after a text of several lines', async () => {
  const rows = [
    agreement({ reference: 'A-3', summary: 'one\ntwo\r\nthree' }),
    agreement({ reference: 'A-4', sector: 'trains' }),
  ]
  expect(fate(await bring('agreements', csv(rows))).refused).toEqual(['5 sector unknown_code'])
  const { rows: held } = await pool().query(`select from agreement where reference = 'A-3'`)
  expect(held).toHaveLength(0)
})

test.each<[string, Row[], string[]]>([
  ['an unknown column', [agreement({ jobz: '1' })], ['1 jobz column_unknown_near']],
  ['a column of two letters like none of ours', [agreement({ c1: '1' })], ['1 c1 column_unknown']],
  ['the same reference twice', [agreement(), agreement()], ['3 reference row_twice']],
  ['neither a quantity nor a reason', [agreement({ jobs: '' })], ['2 jobs quantity_or_reason']],
  ['both', [agreement({ jobs_missing: 'withheld' })], ['2 jobs quantity_and_reason']],
  ['a promise of zero', [agreement({ jobs: '0' })], ['2 jobs quantity_not_positive']],
  [
    'its own source again',
    [agreement({ other_sources: 'https://example.org/b;https://example.org/a' })],
    ['2 other_sources source_twice'],
  ],
  ['half a person', [agreement({ jobs: '1.5' })], ['2 jobs whole_number']],
  ['too many decimals', [agreement({ amount: '1.555' })], ['2 amount too_many_decimals']],
  ['an amount without currency', [agreement({ currency: '' })], ['2 currency currency_required']],
  [
    'a day that does not exist',
    [agreement({ signed_on: '2024-02-30' })],
    ['2 signed_on date_format'],
  ],
  [
    'a year alone as a deadline',
    [agreement({ deadline: '2027' })],
    ['2 deadline deadline_preposition'],
  ],
  ['a bad address', [agreement({ source_url: 'example.org' })], ['2 source_url url_format']],
  [
    'an unknown relation',
    [agreement({ relations: 'part_of:NOBODY' })],
    ['2 relations reference_unknown'],
  ],
  ['itself', [agreement({ relations: 'overlaps:A-1' })], ['2 relations relation_to_itself']],
  [
    'a circle',
    [
      agreement({ relations: 'supersedes:A-9' }),
      agreement({ reference: 'A-9', relations: 'implements:A-1' }),
    ],
    ['2 relations relation_circle', '3 relations relation_circle'],
  ],
  [
    'two parents',
    [
      agreement({ relations: 'part_of:A-8;part_of:A-9' }),
      agreement({ reference: 'A-8' }),
      agreement({ reference: 'A-9' }),
    ],
    ['2 relations second_parent'],
  ],
  [
    'a parent that is a part',
    [
      agreement({ relations: 'part_of:A-8' }),
      agreement({ reference: 'A-8', relations: 'part_of:A-9' }),
      agreement({ reference: 'A-9' }),
    ],
    ['2 relations parent_is_part', '3 relations part_is_parent'],
  ],
  [
    'a milestone after the deadline',
    [agreement({ milestones: '2028-01-01=5' })],
    ['2 milestones milestone_after_deadline'],
  ],
  [
    'a milestone before the signing',
    [agreement({ milestones: '2023-01-01=5' })],
    ['2 milestones milestone_before_start'],
  ],
  [
    'a milestone above the promise',
    [agreement({ milestones: '2025-01-01=5000' })],
    ['2 milestones milestone_above_target'],
  ],
  [
    'another lifecycle',
    [agreement({ lifecycle: 'terminated' })],
    ['2 lifecycle lifecycle_differs'],
  ],
  [
    'another measure',
    [agreement({ jobs_measure: 'gross_hires' })],
    ['2 jobs_measure measure_differs'],
  ],
])('an agreements file with %s is refused', async (_, rows, refused) => {
  expect(fate(await bring('agreements', csv(rows))).refused).toEqual(refused)
})

test.each<[string, Buffer, string]>([
  ['NUL', Buffer.from('reference,title\nA,\0\n'), '2  csv_nul'],
  ['Latin 1', Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xe9, 0x0a]), '3  csv_not_utf8'],
  ['an open quote', Buffer.from('a,b\n1,2\n"3,4\n'), '3  csv_quotes'],
  ['nothing', Buffer.from(''), '1  csv_empty'],
])('a file with %s is refused at its line', async (_, file, refused) => {
  expect(fate(await bring('events', file)).refused).toEqual([refused])
})

test('a ragged line is refused at its line', async () => {
  const file = 'reference,kind,on,source_url\nA-1,in_force,2025,https://x.org\n\nA-1,signed\n'
  expect(fate(await bring('events', file)).refused).toEqual(['4  csv_ragged'])
})

test('a changed description stays in place, a changed promise becomes a correction of version 1', async () => {
  const changed = agreement({ title: 'A larger plant', jobs: '~1200' })
  expect(fate(await bring('agreements', csv([changed])))).toEqual(one('updated'))
  const { rows } = await pool().query(
    `select a.version, a.title, a.notes, f.kind, f.comparator, f.low, f.corrects, f.retracted
     from agreement a join commitment c on c.agreement_id = a.id and c.measure = 'net_new_jobs'
     join fact f on f.commitment_id = c.id and f.kind in ('original', 'correction')
     where a.reference = 'A-1' order by f.id`,
  )
  const description = {
    version: 2,
    title: 'A larger plant',
    notes: ' two  spaces ',
    retracted: null,
  }
  expect(rows).toEqual([
    { ...description, kind: 'original', comparator: 'eq', low: '1000', corrects: null },
    { ...description, kind: 'correction', comparator: 'approx', low: '1200', corrects: 1 },
  ])
  expect((await allChanges(pool())).at(-1)?.diff).toEqual({
    changed: { title: ['A plant', 'A larger plant'], jobs: ['1000', '~1200'] },
  })
  expect(fate(await bring('agreements', csv([changed])))).toEqual(one('unchanged'))
})

const REPORT = {
  reference: 'A-1',
  data_date: '2025-06',
  kind: 'headcount',
  value: '>300',
  evidence: 'self_reported',
  source_url: 'https://example.org/r',
}

test('a changed report retracts the old statement and appends the new one', async () => {
  expect(fate(await bring('reports', csv([REPORT])))).toEqual(one('created'))
  expect(fate(await bring('reports', csv([REPORT])))).toEqual(one('unchanged'))
  expect(fate(await bring('reports', csv([{ ...REPORT, value: '310' }])))).toEqual(one('updated'))
  const { rows } = await pool().query(
    `select "on", low, retracted is null as holds from fact where kind = 'observation' order by id`,
  )
  expect(rows).toEqual([
    { on: '2025-06-30', low: '300', holds: false },
    { on: '2025-06-30', low: '310', holds: true },
  ])
  // 310 − 50 = 260
  const standing = await pool().query(
    `select created from standing where measure = 'net_new_jobs' and lane = 'reported'
     and known_to = 9223372036854775807 and valid_from <= '2025-07-01' and valid_to > '2025-07-01'`,
  )
  expect(standing.rows).toEqual([{ created: '260' }])
})

test('an imprecise data date is the day of publication if that was earlier', async () => {
  const row = { ...REPORT, data_date: '2025-09', source_date: '2025-09-12' }
  expect(fate(await bring('reports', csv([row])))).toEqual(one('created'))
  const { rows } = await pool().query(`select "on" from fact where on_text = '2025-09'`)
  expect(rows).toEqual([{ on: '2025-09-12' }])
})

test.each<[string, ImportKind, Row, string]>([
  [
    'no such agreement',
    'reports',
    { ...REPORT, reference: 'NOBODY' },
    '2 reference reference_unknown',
  ],
  [
    'a kind that feeds nothing',
    'reports',
    { ...REPORT, kind: 'hires_cumulative' },
    '2 kind nothing_promised',
  ],
  ['a ceiling', 'reports', { ...REPORT, value: '<=5' }, '2 value count_format'],
  ['a negative headcount', 'reports', { ...REPORT, value: '-5' }, '2 value negative'],
  [
    'no such version',
    'amendments',
    { ...AMENDMENT(), kind: 'correction', corrects: '9', effective_on: '' },
    '2 corrects version_unknown',
  ],
  [
    'an undated amendment',
    'amendments',
    { ...AMENDMENT(), effective_on: '' },
    '2 effective_on required',
  ],
  [
    'an undated signature',
    'events',
    { reference: 'A-1', kind: 'signature', source_url: 'https://x.org' },
    '2 on required',
  ],
])('%s is refused', async (_, kind, row, refused) => {
  expect(fate(await bring(kind, csv([row]))).refused).toEqual([refused])
})

function AMENDMENT(): Row {
  return {
    reference: 'A-1',
    measure: 'net_new_jobs',
    kind: 'amendment',
    effective_on: '2026-01-01',
    quantity: '2000',
    deadline: 'by 2029',
    source_url: 'https://example.org/m',
  }
}

test('an amendment is added once, and corrected where it differs', async () => {
  expect(fate(await bring('amendments', csv([AMENDMENT()])))).toEqual(one('created'))
  expect(fate(await bring('amendments', csv([AMENDMENT()])))).toEqual(one('unchanged'))
  const changed = { ...AMENDMENT(), quantity: '2100' }
  expect(fate(await bring('amendments', csv([changed])))).toEqual(one('updated'))
  expect(fate(await bring('amendments', csv([changed])))).toEqual(one('unchanged'))
  const { rows } = await pool().query(
    `select kind, corrects from fact where low in (2000, 2100) order by id`,
  )
  // Version 1 is the original, 2 its correction, 3 the amendment.
  expect(rows).toEqual([
    { kind: 'amendment', corrects: null },
    { kind: 'correction', corrects: 3 },
  ])
})

test('a later step of the lifecycle comes by an events file', async () => {
  const event = { reference: 'A-1', kind: 'terminated', on: '2026-03', source_url: 'https://x.org' }
  expect(fate(await bring('events', csv([event])))).toEqual(one('created'))
  expect(fate(await bring('events', csv([event])))).toEqual(one('unchanged'))
  const { rows } = await pool().query(
    `select distinct status from standing where measure = 'net_new_jobs'
     and known_to = 9223372036854775807 and valid_from <= '2026-04-01' and valid_to > '2026-04-01'`,
  )
  expect(rows).toEqual([{ status: 'INACTIVE' }])
})
