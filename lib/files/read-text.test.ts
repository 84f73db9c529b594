import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Dialect } from './dialect'
import { guessDialect } from './guess-dialect'
import { readTable, type TableRow } from './read-table'

const folder = mkdtempSync(join(tmpdir(), 'pb-text-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

function fileOf(content: Buffer | string): string {
  files += 1
  const path = join(folder, String(files))
  writeFileSync(path, content)
  return path
}

async function read(path: string, dialect: Dialect) {
  const { header, rows } = await readTable(path, dialect)
  const all: TableRow[] = []
  for await (const row of rows) all.push(row)
  return { header, rows: all.map(({ line, fields }) => [line, ...fields]) }
}

async function guessed(content: Buffer | string) {
  const path = fileOf(content)
  const { dialect, guessed: parts } = await guessDialect(path)
  return { dialect, parts, ...(await read(path, dialect)) }
}

function swapped(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

const FRENCH = 'Société;Emplois;Montant (MDH)\r\nRégie Été;1 500;12,5\r\n"Œuvre; fils";20;3,75\r\n'
const ARABIC = 'المستثمر,عدد مناصب الشغل,الجهة\nشركة الأطلس,1500,طنجة\n'

describe('encodings', () => {
  test('French of Excel: Windows-1252, semicolons, decimal commas', async () => {
    const bytes = Buffer.from(FRENCH.replace('Œ', '\x8c'), 'latin1')
    expect(await guessed(bytes)).toEqual({
      dialect: {
        format: 'csv',
        encoding: 'windows-1252',
        delimiter: ';',
        sheet: null,
        headerRow: 1,
        decimal: ',',
      },
      parts: ['encoding', 'delimiter', 'headerRow'],
      header: ['Société', 'Emplois', 'Montant (MDH)'],
      rows: [
        [2, 'Régie Été', '1 500', '12,5'],
        [3, 'Œuvre; fils', '20', '3,75'],
      ],
    })
  })

  test.each([
    ['utf-8', false, Buffer.from(ARABIC)],
    ['utf-8', true, Buffer.from(`\ufeff${ARABIC}`)],
    ['utf-16le', false, Buffer.from(ARABIC, 'utf16le')],
    ['utf-16le', true, Buffer.from(`\ufeff${ARABIC}`, 'utf16le')],
    ['utf-16be', false, swapped(ARABIC)],
    ['utf-16be', true, swapped(`\ufeff${ARABIC}`)],
  ])('Arabic in %s, marked: %s', async (encoding, marked, bytes) => {
    const found = await guessed(bytes)
    expect(found.dialect).toMatchObject({ encoding, delimiter: ',', headerRow: 1 })
    expect(found.parts.includes('encoding')).toBe(!marked && encoding !== 'utf-8')
    expect(found.header).toEqual(['المستثمر', 'عدد مناصب الشغل', 'الجهة'])
    expect(found.rows).toEqual([[2, 'شركة الأطلس', '1500', 'طنجة']])
  })

  test('a few broken bytes in UTF-8 are named, not turned into other letters', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${ARABIC}شركة`),
      Buffer.from([0xe9]),
      Buffer.from(',2,x\n'),
    ])
    await expect(guessed(bytes)).rejects.toMatchObject({
      code: 'file_wrong_encoding',
      values: { line: 3 },
    })
  })
})

describe('records', () => {
  test('line ends of every kind, also inside quotes', async () => {
    const { rows } = await guessed('a,b\r\n1,"x\ny"\n\n2,"p\r\nq"\r3,z\r\r4,"w\rv"\n5,u')
    expect(rows).toEqual([
      [2, '1', 'x\ny'],
      [5, '2', 'p\r\nq'],
      [7, '3', 'z'],
      [9, '4', 'w\rv'],
      [11, '5', 'u'],
    ])
  })

  test('ragged rows come as they are, blank ones do not come', async () => {
    const { header, rows } = await guessed('a,b,c\n1,2,3\n,,\n1,2\n1,2,3,4\n')
    expect(header).toEqual(['a', 'b', 'c'])
    expect(rows).toEqual([
      [2, '1', '2', '3'],
      [4, '1', '2'],
      [5, '1', '2', '3', '4'],
    ])
  })

  test('a header below titles and blank lines', async () => {
    const text =
      'Portefeuille des conventions;;;\n"Mise à jour:\n15/03/2024";;;\n\nEntreprise;Emplois;Date;Lien\nAtlas;1500;15/03/2024;https://a.ma\n'
    const { dialect, header, rows } = await guessed(text)
    expect(dialect.headerRow).toBe(5)
    expect(header).toEqual(['Entreprise', 'Emplois', 'Date', 'Lien'])
    expect(rows).toEqual([[6, 'Atlas', '1500', '15/03/2024', 'https://a.ma']])
  })

  test('200 columns, and a file of one line', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `c${i + 1}`)
    const wide = await guessed(`${names.join('\t')}\n${names.map(() => '7').join('\t')}\n`)
    expect(wide.dialect.delimiter).toBe('\t')
    expect([wide.header.length, wide.rows[0]?.length]).toEqual([200, 201])
    expect(await guessed('company|jobs')).toMatchObject({ header: ['company', 'jobs'], rows: [] })
  })

  test("Excel's own line about the separator is obeyed and is no row", async () => {
    const { dialect, parts, header, rows } = await guessed('sep=;\nx,y;z\n1,5;2\n')
    expect([dialect.delimiter, dialect.headerRow, parts.includes('delimiter')]).toEqual([
      ';',
      2,
      false,
    ])
    expect([header, rows]).toEqual([['x,y', 'z'], [[3, '1,5', '2']]])
  })

  test('guarded formulas lose their apostrophe, names come as they are', async () => {
    const { header, rows } = await guessed("note,note,x\n'=1+1,'tis,'-5\n")
    expect(header).toEqual(['note', 'note', 'x'])
    expect(rows).toEqual([[2, '=1+1', "'tis", '-5']])
  })

  test('long words behind a figure are read in no time', async () => {
    const words = `8 ${'x'.repeat(60)}: ${'y'.repeat(60)}`
    const { dialect } = await guessed(
      `société;projets\nAcme;${words}\nAtlas;1,5 ${'z'.repeat(60)}\n`,
    )
    expect(dialect).toMatchObject({ delimiter: ';', decimal: ',', headerRow: 1 })
  })

  test('decimal commas in every row do not make columns', async () => {
    const { dialect } = await guessed('Nom;Part\nA;1,5\nB;2,5\nC;3,25\n')
    expect([dialect.delimiter, dialect.decimal]).toEqual([';', ','])
  })

  test.each([
    ['n;v\nA;1.500,00\n', ','],
    ['n;v\nA;1,500.00\n', '.'],
    ['n;v\nA;1.234.567\n', ','],
    ['n;v\nA;12.5 MDH\n', '.'],
    ['n;v\nA;15.03.2024\n', ','], // a date says nothing; semicolons come from where the comma is
    ['n,v\nA,1500\n', '.'],
  ])('decimals of %j', async (text, decimal) => {
    expect((await guessed(text)).dialect.decimal).toBe(decimal)
  })
})

describe('files that cannot be read', () => {
  test.each([
    ['nothing', '', 'file_blank', null],
    ['blanks', '\n \n', 'file_blank', null],
    ['a NUL byte', 'a,b\n1,2\n3,\0\n', 'file_nul', 3],
    ['an open quote', 'a,b\n1,2\n"3,4\n5,6\n', 'file_quotes', 3],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'file_old_excel', null],
    [
      'a workbook behind a password',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'file_encrypted',
      null,
    ],
    ['half a zip', Buffer.from('504b0304140000000800', 'hex'), 'file_broken_workbook', null],
  ])('%s', async (_, content, code, line) => {
    await expect(guessed(content)).rejects.toMatchObject({
      code,
      ...(line === null ? {} : { values: { line } }),
    })
  })
})

test('a reader who stops early frees the file', async () => {
  const path = fileOf(`a,b\n${'1,2\n'.repeat(200_000)}`)
  const { dialect } = await guessDialect(path)
  const { rows } = await readTable(path, dialect)
  for await (const row of rows) {
    expect(row).toEqual({ line: 2, fields: ['1', '2'] })
    break
  }
})
