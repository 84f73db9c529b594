import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { InvalidInput } from '@/lib/errors'
import { describeFile } from '@/lib/features/exports/describe-file'
import { openFile } from '@/lib/features/exports/open-file'
import { importFile } from '@/lib/features/imports/import-file'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { parseFilters } from '@/lib/schemas/filters'

const NASTY = [
  'reference,title,type,binding,company,sector,region,jobs_measure,jobs_scope,jobs,jobs_missing,amount,amount_missing,signed_on,summary,source_url',
  `NASTY-1,"=HYPERLINK(""http://x"")",other,unknown,@Company,other,MA,net_new_jobs,direct,100,,,not_applicable,2020-01-01,"two`,
  `lines",https://example.org/a`,
].join('\n')

const AMENDED = `reference,measure,kind,corrects,effective_on,quantity,source_url
NASTY-1,net_new_jobs,amendment,,2021-01-01,>130,https://example.org/a
NASTY-1,net_new_jobs,correction,4,,>=140,https://example.org/a
`

beforeAll(async () => {
  await seedPortfolio()
  const input = { viewer: terminal(), kind: 'agreements', dryRun: false, clock: Date.now } as const
  const { refused } = await importFile({ ...input, file: Buffer.from(NASTY) })
  expect(refused).toEqual([])
  // Two corrections of the original, and an amendment that was corrected: what a later file must not undo.
  for (const jobs of ['110', '120']) {
    const corrected = Buffer.from(NASTY.replace(',direct,100,', `,direct,${jobs},`))
    expect(await importFile({ ...input, file: corrected })).toMatchObject({ updated: 1 })
  }
  const amended = Buffer.from(AMENDED)
  for (const created of [2, 0])
    expect(await importFile({ ...input, kind: 'amendments', file: amended })).toMatchObject({
      created,
      updated: 0,
      refused: [],
    })
})
afterAll(disconnect)

type File = Parameters<typeof openFile>[1]

const open = (file: File, query = '') => {
  const surface = file === 'targets' ? 'targetsFile' : 'file'
  return openFile(visitor('public'), file, parseFilters(new URLSearchParams(query), surface))
}

async function textOf(file: File, query = ''): Promise<string> {
  const { stream } = await open(file, query)
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

const HEADER =
  'reference,title,type,binding,lifecycle,company,other_companies,government_parties,signatories,signed_on,sector,region,jobs_measure,jobs_scope,jobs_comparator,jobs_low,jobs_high,jobs_target,jobs_target_original,due_text,due,baseline_headcount,baseline_date,created,created_data_date,created_evidence,created_verified,progress_percent,expected,pace,pace_status,status_reason,reading_sensitive,freshness,required_per_month,recent_per_month,projected_completion,amount_comparator,amount_low,amount_high,currency,amount_realised,amount_data_date,source_url,record_url,as_of,known_at,method,updated_at'

describe('the bytes of a file', () => {
  test('agreements.csv has the columns of the contract, one record a line, ended by CRLF', async () => {
    const text = await textOf('agreements', 'asOf=2026-11-23')
    expect(text.split('\r\n')[0]).toBe(HEADER)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.split('\r\n')).toHaveLength(1 + 74 + 1)
  })

  test('ALTEN on 2026-11-23: 1,000 of 1,000 is 100.0 %, 328 were expected, pace 3.04', async () => {
    const text = await textOf('agreements', 'asOf=2026-11-23&company=alten')
    const cells = text.split('\r\n')[1]?.split(',') ?? []
    const cell = (name: string) =>
      cells.at(HEADER.split(',').indexOf(name) - HEADER.split(',').length)
    expect(cell('created')).toBe('1000')
    expect(cell('progress_percent')).toBe('100.0')
    expect(cell('expected')).toBe('328')
    expect(cell('pace')).toBe('3.04')
    expect(cell('pace_status')).toBe('MET')
  })

  test('no spreadsheet runs a title, and a line break inside one stays its own', async () => {
    const text = await textOf('agreements', 'q=NASTY')
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain(`'@Company`)
    expect(await textOf('agreements', 'q=NASTY&shape=import')).toContain('"two\nlines"')
  })

  test('French Excel gets a BOM, semicolons and decimal commas, English Excel a BOM', async () => {
    const french = await textOf('agreements', 'asOf=2026-11-23&company=alten&excel=fr')
    expect(french.startsWith('\uFEFFreference;title;')).toBe(true)
    expect(french).toContain(';100,0;328;3,04;MET;')
    expect((await textOf('reports', 'excel=en')).startsWith('\uFEFFreference,measure,')).toBe(true)
  })

  test('an earlier day holds only what was reported by then', async () => {
    const text = await textOf('reports', 'asOf=2023-10-30')
    expect(text).not.toContain('2023-10-31')
    expect(text).toContain('2022-10-25')
  })
})

describe('the import shape', () => {
  test.each(['agreements', 'reports', 'amendments', 'events', 'targets'] as const)(
    '%s imports again without a change, and comes out the same',
    async (kind) => {
      const first = await textOf(kind, 'shape=import')
      const input = { viewer: terminal(), kind, file: Buffer.from(first), dryRun: false } as const
      const report = await importFile({ ...input, clock: Date.now })
      expect(report).toMatchObject({ created: 0, updated: 0, refused: [] })
      expect(await textOf(kind, 'shape=import')).toBe(first)
    },
  )

  test('signatories have none', async () => {
    await expect(open('signatories', 'shape=import')).rejects.toBeInstanceOf(InvalidInput)
  })
})

test('the metadata counts the rows of the file and names what it was asked for', async () => {
  const filters = parseFilters(new URLSearchParams('sector=automotive&asOf=2026-11-23'), 'file')
  const { notes, tableSchema } = await describeFile(visitor('public'), 'agreements', filters)
  const rows = (await textOf('agreements', 'sector=automotive&asOf=2026-11-23')).split('\r\n')
  expect(notes[0]).toMatchObject({ asOf: '2026-11-23', method: 'm1', rowCount: rows.length - 2 })
  expect(notes[0]?.filter).toBe('sector=automotive&asOf=2026-11-23')
  expect(tableSchema.columns.map(({ name }) => name).join(',')).toBe(HEADER)
})

async function backends(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and query like 'copy (%' and state = 'active'`,
  )
  return rows[0]?.n ?? -1
}

test('a client that leaves frees the connection and ends the statement', async () => {
  for (let left = 0; left < 15; left++) {
    const { stream } = await open('agreements')
    stream.destroy()
  }
  // More files than the pool has connections were left, yet another one opens at once.
  expect((await textOf('targets')).split('\r\n')).toHaveLength(1 + 9 + 1)
  await expect.poll(backends).toBe(0)
})
