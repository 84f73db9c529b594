import type { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { InvalidInput } from '@/lib/errors'
import { getUnreportedReport } from '@/lib/features/calendar/get-unreported-report'
import { countFiles } from '@/lib/features/exports/count-files'
import { openFile } from '@/lib/features/exports/open-file'
import { openWorkbook } from '@/lib/features/exports/open-workbook'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { getBehindReport } from '@/lib/features/organisations/get-behind-report'
import { getDueReport } from '@/lib/features/portfolio/get-due-report'
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

describe('what is due in a year', () => {
  test('in 2027, the year after the day: 11,600 in 4 of 7, of which nobody has reported', async () => {
    const { year, summary, rows } = await getDueReport(visitor('public'), asked('due', DAY))
    expect(year).toBe(2027)
    expect(summary.figures.promised).toMatchObject({ value: 11_600n, stated: 4 })
    expect(summary.figures.funnel).toMatchObject({ delivered: 0n, notReporting: 11_600n })
    expect(rows.map(({ reference }) => reference)).toEqual([
      'INETUM-2024',
      'KOLIBRI-2022',
      'LEONI-2023',
      'LEONI-AGADIR-2023',
      'MAJOREL-2022',
      'OCP-2022',
      'PACK-OUTSOURCING-2022-09',
    ])
  })

  test('in 2026: 1,000 reported + 0 missing + 6,550 silent + 6,300 not measurable = 13,850', async () => {
    const { summary } = await getDueReport(visitor('public'), asked('due', `${DAY}&year=2026`))
    expect(summary.figures.promised.value).toBe(13_850n)
    expect(summary.figures.funnel).toMatchObject({
      ...{ delivered: 1_000n, outstanding: 0n, notReporting: 6_550n, notMeasurable: 6_300n },
    })
  })

  test('its file: 38 days are left for ALTEN, which has kept its promise, and what is missing of IDS nobody knows', async () => {
    const rows = await rowsOf('due', `${DAY}&year=2026`)
    expect(rows).toHaveLength(8)
    const of = (name: string) => rows.find(({ reference }) => reference === name)
    expect(of('ALTEN-2022')).toMatchObject({ target: '1000', outstanding: '0', days_left: '38' })
    expect(of('IDS-2022')).toMatchObject({ target: '300', created: '', outstanding: '' })
    expect(of('PACK-OUTSOURCING-2022-04')).toMatchObject({ counted: 'false' })
    const { stream, name } = await openFile(visitor('public'), 'due', asked('due', DAY, 'file'))
    stream.destroy()
    expect(name).toBe('pledgebook-due-2027-2026-11-23.csv')
  })

  test('a year that is none is refused by name', () => {
    expect(() => asked('due', 'year=27')).toThrow(InvalidInput)
    expect(() => asked('due', 'dueYear=2027')).toThrow(InvalidInput)
  })
})

describe('companies behind', () => {
  test('nothing is known to be short, and 3,000 are due without a report', async () => {
    const { total, whole, rows } = await getBehindReport(visitor('public'), asked('behind', DAY))
    expect([total, rows[0]?.shortfall]).toEqual([1, null])
    expect(whole).toMatchObject({ shortfall: null, unknown: 1, unknownPromised: 3_000n })
  })
})

describe('who has not reported', () => {
  test('82 promises of 58 agreements, 79 of which nobody has ever reported', async () => {
    const { whole } = await getUnreportedReport(visitor('public'), asked('unreported', DAY))
    expect(whole).toEqual({
      ...{ promises: 82, agreements: 58, companies: 55, never: 79, overdue: 82 },
    })
  })

  test('Lear: last figure of 2022-10-25, due 183 days later on 2023-04-26, 1,307 days overdue', async () => {
    const rows = await rowsOf('unreported', `${DAY}&q=LEAR-2022`)
    expect(rows.find(({ measure }) => measure === 'investment')).toMatchObject({
      ...{ reference: 'LEAR-2022', slug: 'lear', data_date: '2022-10-25' },
      ...{ report_due: '2023-04-26', days_overdue: '1307' },
    })
  })

  test('it takes no measure, lane or status: every promise is asked for alike', () => {
    for (const query of ['measure=investment', 'lane=verified', 'status=BEHIND'])
      expect(() => asked('unreported', query)).toThrow(InvalidInput)
  })
})
