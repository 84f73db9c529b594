import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { batchCsv } from '@/lib/commands/demo/batch-csv'
import { disconnect } from '@/lib/data/client'
import { unguardFormula } from '@/lib/domain/csv'
import { openFile } from '@/lib/features/exports/open-file'
import { openWorkbook } from '@/lib/features/exports/open-workbook'
import { importFile } from '@/lib/features/imports/import-file'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { EXPORT_FILES, type ExportFile } from '@/lib/schemas/export-files'
import { parseFilters } from '@/lib/schemas/filters'
import { openInLibreOffice } from './libreoffice'
import { NAUGHTY_KINDS, naughtyRows } from './naughty-rows'

const directory = mkdtempSync(path.join(tmpdir(), 'pledgebook-office-'))

beforeAll(async () => {
  await seedPortfolio()
  for (const kind of NAUGHTY_KINDS) {
    const file = Buffer.from(batchCsv(kind, naughtyRows(kind)))
    const input = { viewer: terminal(), kind, file, dryRun: false, clock: Date.now }
    expect((await importFile(input)).refused).toEqual([])
  }
}, 120_000)
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true })
  await disconnect()
})

const asked = (file: ExportFile, query: string) =>
  parseFilters(new URLSearchParams(query), file === 'targets' ? 'targetsFile' : 'file')
const csv = async (file: ExportFile, query: string) =>
  buffer((await openFile(visitor('public'), file, asked(file, query))).stream)
const workbook = async (file: ExportFile) =>
  buffer((await openWorkbook(visitor('public'), file, asked(file, 'lang=en'))).stream)
const cellsOf = (bytes: Buffer, delimiter = ','): string[][] =>
  parse(bytes, { bom: true, delimiter, relax_column_count: true })

/** The number that a spreadsheet takes a text for: with separators of thousands or an exponent, to fifteen digits. */
function numberIn(text: string, language: 'en' | 'fr'): string | null {
  const plain =
    language === 'fr'
      ? text.replaceAll(/[\s\u202f]/g, '').replace(',', '.')
      : text.replaceAll(',', '')
  return /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(plain) ? Number(plain).toPrecision(15) : null
}

const lines = (text: string) => text.replaceAll(/\r\n?/g, '\n')

// CSV has no types: a title "1E2" is a number to every spreadsheet. What counts is that nothing is run and nothing is lost.
function says(ours: string, theirs: string, language: 'en' | 'fr'): boolean {
  if (lines(ours) === lines(theirs)) return true
  const number = numberIn(ours, language)
  return number !== null && number === numberIn(theirs, 'en')
}

function differences(
  ours: string[][],
  theirs: string[][],
  same = says,
  language: 'en' | 'fr' = 'en',
) {
  expect(theirs).toHaveLength(ours.length)
  return ours.flatMap((row, line) =>
    row.flatMap((cell, column) => {
      const shown = theirs[line]?.[column] ?? ''
      return same(cell, shown, language) ? [] : [[line, column, cell, shown]]
    }),
  )
}

const QUIET = 600_000

test.each([
  ['', ',', 'en'],
  ['excel=en', ',', 'en'],
  ['excel=fr', ';', 'fr'],
] as const)(
  'every CSV file with %j shows its cells in LibreOffice, which runs what it takes for a formula',
  async (query, delimiter, language) => {
    const files = new Map<string, Buffer>()
    for (const file of EXPORT_FILES) files.set(`${file}.csv`, await csv(file, query))
    const shown = openInLibreOffice(directory, files, { delimiter, language })
    for (const [name, bytes] of files) {
      const theirs = cellsOf(shown.get(name) ?? Buffer.of())
      const found = differences(cellsOf(bytes, delimiter), theirs, says, language)
      expect([name, found]).toEqual([name, []])
    }
  },
  QUIET,
)

const NUMBER = /^-?\d+(\.\d+)?$/

/** Words as they are, numbers by their value, truths in the spreadsheet's capitals. */
function saysExactly(ours: string, theirs: string): boolean {
  if (lines(ours) === lines(theirs)) return true
  if (/^(true|false)$/.test(ours)) return theirs === ours.toUpperCase()
  return NUMBER.test(ours) && NUMBER.test(theirs) && Number(ours) === Number(theirs)
}

test(
  'every workbook shows the cells of its CSV file, none of them a formula and no word a number',
  async () => {
    const files = new Map<string, Buffer>()
    for (const file of EXPORT_FILES) files.set(`${file}.xlsx`, await workbook(file))
    const shown = openInLibreOffice(directory, files)
    for (const file of EXPORT_FILES) {
      const [, ...rows] = cellsOf(await csv(file, ''))
      const words = rows.map((row) => row.map(unguardFormula))
      const theirs = cellsOf(shown.get(`${file}.xlsx`) ?? Buffer.of()).slice(1)
      expect([file, differences(words, theirs, saysExactly)]).toEqual([file, []])
    }
  },
  QUIET,
)

test(
  'a cell without our guard is run: the proof would see it',
  () => {
    const files = new Map([['unguarded.csv', Buffer.from("a,b\r\n=1+1,'=1+1\r\n")]])
    const shown = openInLibreOffice(directory, files, { delimiter: ',', language: 'en' })
    expect(cellsOf(shown.get('unguarded.csv') ?? Buffer.of())).toEqual([
      ['a', 'b'],
      ['2', "'=1+1"],
    ])
  },
  QUIET,
)
