import type { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { InvalidInput } from '@/lib/errors'
import { countFiles } from '@/lib/features/exports/count-files'
import { openFile } from '@/lib/features/exports/open-file'
import { openWorkbook } from '@/lib/features/exports/open-workbook'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { getPortfolioReport } from '@/lib/features/portfolio/get-portfolio-report'
import { REPORT_SURFACES, type ReadyReport } from '@/lib/schemas/export-files'
import { parseFilters } from '@/lib/schemas/filters'

const DAY = 'asOf=2026-11-23'

beforeAll(seedPortfolio)
afterAll(disconnect)

const asked = (report: ReadyReport, query: string, of: 'page' | 'file' = 'page') =>
  parseFilters(new URLSearchParams(query), REPORT_SURFACES[report][of])

async function bytesOf({ stream }: { stream: Readable }): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const csv = async (report: ReadyReport, query: string) =>
  String(await bytesOf(await openFile(visitor('public'), report, asked(report, query, 'file'))))

const rowsOf = async (report: ReadyReport, query: string): Promise<Record<string, string>[]> =>
  parse(await csv(report, query), { columns: true, record_delimiter: '\r\n' })

describe('every report', () => {
  test('is as long as it says before anybody clicks', async () => {
    const filters = parseFilters(new URLSearchParams(DAY), 'exports')
    const { reports } = await countFiles(visitor('public'), filters)
    for (const { report, rows } of reports)
      expect([report, (await rowsOf(report, DAY)).length]).toEqual([report, rows])
  })

  test('takes no parameter that it does not know, and has no import shape', () => {
    for (const query of ['colour=red', 'shape=import', 'excel=de'])
      expect(() => asked('portfolio', query, 'file')).toThrow(InvalidInput)
  })
})

describe('the portfolio at a date', () => {
  test('on 2026-11-23: > ≈ 81,054 by 43 of 61, 1,000 reported by one, nothing verified', async () => {
    const { summary, rows, total } = await getPortfolioReport(
      visitor('public'),
      asked('portfolio', DAY),
    )
    const { promised, reporting, verified, statusMix } = summary.figures
    expect(promised).toMatchObject({ value: 81_054n, gross: 94_354n, stated: 43, of: 61 })
    expect(promised).toMatchObject({ strict: true, approximate: true })
    expect(reporting).toMatchObject({ count: 1, created: 1_000n, coveragePercent: 1.2 })
    expect(verified).toMatchObject({ count: 0, created: null, coveragePercent: 0 })
    expect(statusMix.NO_DEADLINE).toEqual({ count: 22, promised: 48_854n })
    expect([rows.length, total]).toEqual([73, 73])
  })

  test('its file has the agreements behind it: ALTEN promised and reported 1,000', async () => {
    const rows = await rowsOf('portfolio', DAY)
    expect(rows).toHaveLength(73)
    expect(rows.find(({ reference }) => reference === 'ALTEN-2022')).toMatchObject({
      title: 'ALTEN: 1,000 jobs by 2026',
      company: 'ALTEN',
      region: 'MULTI',
      measure: 'net_new_jobs',
      target: '1000',
      target_original: '1000',
      due: '2026-12-31',
      created: '1000',
      created_data_date: '2023-10-31',
      created_verified: '',
      progress_percent: '100.0',
      status: 'MET',
      as_of: '2026-11-23',
      method: 'm1',
    })
  })

  test('its rows that count add up to what is promised', async () => {
    const rows = await rowsOf('portfolio', DAY)
    const counted = rows.filter(
      ({ target, left_out, lifecycle, signed_on }) =>
        target !== '' && left_out === '' && lifecycle !== 'terminated' && signed_on !== '',
    )
    expect(counted.reduce((sum, { target }) => sum + Number(target), 0)).toBe(81_054)
  })

  test('French Excel gets semicolons and decimal commas', async () => {
    const text = await csv('portfolio', `${DAY}&company=alten&excel=fr`)
    expect(text.startsWith('\uFEFFreference;title;')).toBe(true)
    expect(text).toContain(';100,0;MET;')
  })

  test('its workbook has French heads, numbers and days, and says what it is', async () => {
    const { stream, name } = await openWorkbook(
      visitor('public'),
      'portfolio',
      asked('portfolio', `${DAY}&company=alten&lang=fr`),
    )
    const [sheet, about] = await readWorkbook(await bytesOf({ stream }))
    const cell = (head: string) => sheet?.data[1]?.[sheet.data[0]?.indexOf(head) ?? -1]
    expect(name).toBe('pledgebook-portfolio-2026-11-23-fr.xlsx')
    expect(sheet?.sheet).toBe('Portefeuille à une date')
    expect([cell('Cible'), cell('Échéance au')]).toEqual([1000, new Date('2026-12-31')])
    expect(Object.fromEntries(about?.data ?? [])).toMatchObject({
      Filtres: 'company=alten&asOf=2026-11-23',
      Lignes: '1',
    })
  })
})
