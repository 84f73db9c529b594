import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { guessDialect } from './guess-dialect'
import { readTable } from './read-table'
import { xlsxOf } from './xlsx'
import { zipOf } from './zip'

const folder = mkdtempSync(join(tmpdir(), 'pb-sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

async function zipped(parts: Record<string, string>): Promise<string> {
  files += 1
  const path = join(folder, `${files}.xlsx`)
  const entries = Object.entries(parts).map(([name, text]) => ({ name, open: () => text }))
  writeFileSync(path, await buffer(zipOf(entries)))
  return path
}

// 0 general, 1 day, 2 percent, 3 "mmm-yy", 4 a number with the letters of a currency, 5 a day with a colour and a language
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="#,##0\\ &quot;dhs&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="17"/><xf numFmtId="171"/><xf numFmtId="170"/></cellXfs></styleSheet>`

interface Book {
  sheets: { name: string; xml: string; state?: string }[]
  strings?: string
  from1904?: boolean
}

function bookOf({ sheets, strings = '', from1904 = false }: Book): Promise<string> {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  const relations = sheets.map(
    (_, i) =>
      `<Relationship Id="r${i + 1}" Type="http://x/worksheet" Target="worksheets/s${i + 1}.xml"/>`,
  )
  return zipped({
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="http://r"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}<Relationship Id="s" Type="http://x/styles" Target="styles.xml"/><Relationship Id="t" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    ...Object.fromEntries(sheets.map(({ xml }, i) => [`xl/worksheets/s${i + 1}.xml`, xml])),
  })
}

function sheet(rows: string, after = ''): string {
  return `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`
}

function texts(line: number, ...cells: string[]): string {
  const written = cells.map((text, i) =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + i)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`,
  )
  return `<row r="${line}">${written.join('')}</row>`
}

async function read(path: string, changed = {}) {
  const { dialect, sheets } = await guessDialect(path)
  const { header, rows } = await readTable(path, { ...dialect, ...changed })
  const all: (string | number)[][] = []
  for await (const { line, fields } of rows) all.push([line, ...fields])
  return { dialect, sheets, header, rows: all }
}

async function cellsOf(cells: string, changed = {}, from1904 = false) {
  const xml = sheet(`${texts(1, 'a', 'b')}<row r="2">${cells}</row>`)
  const { rows } = await read(await bookOf({ sheets: [{ name: 'S', xml }], from1904 }), changed)
  return rows[0]?.slice(1)
}

describe('typed cells', () => {
  test.each([
    ['1234.1000000000001', '1234.1'],
    ['0.30000000000000004', '0.3'],
    ['1.7E9', '1700000000'],
    ['123456789012345680000', '123456789012346000000'],
    ['2.5E-7', '0.00000025'],
    ['-12', '-12'],
  ])('the number %s is %s', async (value, text) => {
    expect(await cellsOf(`<c r="A2"><v>${value}</v></c>`)).toEqual([text])
  })

  test('a typed number is written as the texts of its file are', async () => {
    expect(await cellsOf('<c r="A2"><v>1234.567</v></c>', { decimal: ',' })).toEqual(['1234,567'])
  })

  test.each([
    [45366, 1, '2024-03-15'],
    [45366.75, 1, '2024-03-15'],
    [1, 1, '1900-01-01'],
    [59, 1, '1900-02-28'],
    [61, 1, '1900-03-01'],
    [45352, 3, '2024-03-01'],
    [45366, 5, '2024-03-15'],
    [0.125, 2, '12.5 %'],
    [1500, 4, '1500'],
    [45366, 0, '45366'],
  ])('%s with style %s is %s', async (value, style, text) => {
    expect(await cellsOf(`<c r="A2" s="${style}"><v>${value}</v></c>`)).toEqual([text])
  })

  test('days of a workbook that counts from 1904', async () => {
    expect(await cellsOf('<c r="A2" s="1"><v>43904</v></c>', {}, true)).toEqual(['2024-03-15'])
  })

  test('truths, errors, formulas and days in words', async () => {
    const cells =
      '<c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>A1+1</f><v>7</v></c><c r="D2" t="str"><f>"x"</f><v>x &amp; y</v></c><c r="E2" t="d"><v>2024-03-15T00:00:00</v></c>'
    expect(await cellsOf(cells)).toEqual(['true', '', '7', 'x & y', '2024-03-15'])
  })

  test('shared strings, plain and in runs, without what is read beside them', async () => {
    const strings =
      '<si><t>A&amp;B _x0041_</t></si><si><r><t>Régie </t></r><r><t>Été</t></r></si><si><t>東京</t><rPh><t>とうきょう</t></rPh></si>'
    const xml = sheet(
      `${texts(1, 'a', 'b', 'c')}<row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="s"><v>1</v></c><c r="C4" t="s"><v>2</v></c></row>`,
    )
    const { rows } = await read(await bookOf({ sheets: [{ name: 'S', xml }], strings }))
    expect(rows).toEqual([[4, 'A&B A', 'Régie Été', '東京']])
  })

  test('the 5,000th shared string is found like the first', async () => {
    const strings = Array.from({ length: 5_000 }, (_, i) => `<si><t>été ${i}</t></si>`).join('')
    const cell = (name: string, at: number) => `<c r="${name}" t="s"><v>${at}</v></c>`
    const xml = sheet(
      `${texts(1, 'a', 'b', 'c', 'd')}<row r="2">${cell('A2', 0)}${cell('B2', 4095)}${cell('C2', 4096)}${cell('D2', 4999)}</row>`,
    )
    const { rows } = await read(await bookOf({ sheets: [{ name: 'S', xml }], strings }))
    expect(rows).toEqual([[2, 'été 0', 'été 4095', 'été 4096', 'été 4999']])
  })
})

describe('sheets', () => {
  test('the first with rows is read; hidden ones come last, names are what people see', async () => {
    const xml = sheet(texts(1, 'company', 'jobs') + texts(5, 'Atlas', '12'))
    const path = await bookOf({
      sheets: [
        { name: 'Old', xml: sheet(texts(1, 'x', 'y') + texts(2, '1', '2')), state: 'hidden' },
        { name: 'Cover', xml: sheet(texts(1, 'Portfolio')) },
        { name: 'R&amp;D', xml },
      ],
    })
    const { dialect, sheets, header, rows } = await read(path)
    expect(sheets).toEqual(['Cover', 'R&D', 'Old'])
    expect([dialect.sheet, header, rows]).toEqual([
      'R&D',
      ['company', 'jobs'],
      [[5, 'Atlas', '12']],
    ])
    expect((await read(path, { sheet: 'Old' })).rows).toEqual([[2, '1', '2']])
  })

  test('names under merged names are joined, names that reach down stand once, a title stands apart', async () => {
    const xml = sheet(
      texts(1, 'Conventions 2024') +
        texts(2, 'Company', 'Jobs', '', 'Region') +
        texts(3, '', 'promised', 'created') +
        texts(4, 'Atlas', '1500', '300', 'MA-01'),
      '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/></mergeCells>',
    )
    const { header, rows } = await read(await bookOf({ sheets: [{ name: 'S', xml }] }))
    expect(header).toEqual(['Company', 'Jobs / promised', 'Jobs / created', 'Region'])
    expect(rows).toEqual([[4, 'Atlas', '1500', '300', 'MA-01']])
  })

  test('a name of two columns right above the first row takes nothing from that row', async () => {
    const xml = sheet(
      texts(1, 'Company', 'Jobs', '', 'Region') + texts(2, 'Atlas', '1500', '300', 'MA-01'),
      '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>',
    )
    const { header, rows } = await read(await bookOf({ sheets: [{ name: 'S', xml }] }))
    expect(header).toEqual(['Company', 'Jobs', 'Jobs', 'Region'])
    expect(rows).toEqual([[2, 'Atlas', '1500', '300', 'MA-01']])
  })

  test('decimals are guessed by texts, whatever typed cells hold', async () => {
    const typed = '<c r="A2"><v>12.25</v></c><c r="B2"><v>3.75</v></c>'
    const xml = sheet(
      `${texts(1, 'a', 'b', 'c')}<row r="2">${typed}</row>${texts(3, '', '', '1.500,25')}`,
    )
    const { dialect, rows } = await read(await bookOf({ sheets: [{ name: 'S', xml }] }))
    expect(dialect.decimal).toBe(',')
    expect(rows).toEqual([
      [2, '12,25', '3,75'],
      [3, '', '', '1.500,25'],
    ])
  })

  test('a workbook of our own is read back', async () => {
    files += 1
    const path = join(folder, `${files}.xlsx`)
    const columns = [
      { name: 'a', kind: 'text' as const, label: 'الشركة' },
      { name: 'b', kind: 'decimal' as const, label: 'Montant' },
      { name: 'c', kind: 'date' as const, label: 'Date' },
    ]
    const own = [
      { name: 'Data', table: () => ({ columns, rows: [['=x "y" <z>', '-12.5', '2024-03-15']] }) },
    ]
    writeFileSync(path, await buffer(xlsxOf(own, { rightToLeft: true })))
    const { header, rows } = await read(path)
    expect([header, rows]).toEqual([
      ['الشركة', 'Montant', 'Date'],
      [[2, '=x "y" <z>', '-12.5', '2024-03-15']],
    ])
  })
})

describe('archives that cannot be read', () => {
  test('a bomb is refused by what its directory says, before it is unpacked', async () => {
    const xml = `<worksheet><sheetData>${' '.repeat(30_000_000)}</sheetData></worksheet>`
    const path = await bookOf({ sheets: [{ name: 'S', xml }] })
    await expect(guessDialect(path)).rejects.toMatchObject({ code: 'file_unpacks_too_large' })
  })

  test('declared entities are refused, not expanded', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${sheet(texts(1, 'a', '&b;') + texts(2, '1', '2'))}`
    const path = await bookOf({ sheets: [{ name: 'S', xml }] })
    await expect(guessDialect(path)).rejects.toMatchObject({ code: 'file_broken_workbook' })
  })

  test('an archive of other things, half a workbook, a sheet cut off', async () => {
    const other = await zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })
    await expect(guessDialect(other)).rejects.toMatchObject({ code: 'file_no_workbook' })
    const half = await bookOf({ sheets: [{ name: 'S', xml: sheet(texts(1, 'a', 'b')) }] })
    truncateSync(half, 600)
    await expect(guessDialect(half)).rejects.toMatchObject({ code: 'file_broken_workbook' })
    const cut = await bookOf({
      sheets: [{ name: 'S', xml: '<worksheet><sheetData><row r="1"><c' }],
    })
    await expect(guessDialect(cut)).rejects.toMatchObject({ code: 'file_broken_workbook' })
  })

  test('a workbook without rows', async () => {
    const path = await bookOf({
      sheets: [{ name: 'S', xml: '<worksheet><sheetData/></worksheet>' }],
    })
    await expect(guessDialect(path)).rejects.toMatchObject({ code: 'file_blank' })
  })
})
