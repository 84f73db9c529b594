import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { terminal } from '@/lib/auth/viewer'
import { type Row, rowOf } from '@/lib/commands/demo/row'
import { disconnect, pool } from '@/lib/data/client'
import { csvField, type Delimiter } from '@/lib/domain/csv'
import { importFile } from '@/lib/features/imports/import-file'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { IMPORT_COLUMNS } from '@/lib/schemas/import'
import { FAULTS, type Fault } from './faults'

type Kind = keyof typeof FAULTS

const shipped = (kind: Kind): Row[] =>
  parse(readFileSync(`prisma/portfolio/${kind}.csv`), { columns: true })
const agreements = shipped('agreements')
// What other rows name must stay: a fault would make those rows wrong too, and rightly so.
const named = new Set(
  agreements.flatMap(({ relations = '' }) => relations.match(/[A-Z0-9-]{4,}/g) ?? []),
)
const about = agreements.filter(({ jobs_measure }) => jobs_measure === 'net_new_jobs').slice(0, 20)

const ROWS: Record<Kind, Row[]> = {
  agreements,
  reports: shipped('reports'),
  targets: shipped('targets'),
  events: about.map(({ reference = '' }) =>
    rowOf('events', { reference, kind: 'suspended', on: '2026-01', source_url: 'https://a.org' }),
  ),
  amendments: about.map(({ reference = '' }) =>
    rowOf('amendments', {
      ...{ reference, measure: 'net_new_jobs', kind: 'amendment', effective_on: '2026-01-01' },
      ...{ quantity: '5000', deadline: 'by 2040', source_url: 'https://a.org' },
    }),
  ),
}

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

/** How a file is written: with what between cells and lines, and which rows hold a text of three lines. */
interface Style {
  delimiter: Delimiter
  end: '\n' | '\r\n' | '\r'
  long: boolean
}

const style: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom<Delimiter>(',', ';'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  long: fc.boolean(),
})

const LONG = 'one\ntwo\r\nthree'
const WORDS: Record<Kind, string> = {
  agreements: 'summary',
  reports: 'perimeter',
  targets: 'as_stated',
  events: 'reason',
  amendments: 'reason',
}

/** The lines of a file, and the number of the line on which each row begins. */
function fileOf(kind: Kind, rows: readonly Row[], { delimiter, end, long }: Style) {
  const columns = IMPORT_COLUMNS[kind]
  const lines = rows.map((row, index) => {
    const cells = long && index % 3 === 0 ? { ...row, [WORDS[kind]]: LONG } : row
    return columns.map((column) => csvField(cells[column] ?? '', delimiter)).join(delimiter)
  })
  const starts = lines.map(
    (_, index) =>
      2 + lines.slice(0, index).reduce((sum, line) => sum + line.split(/\r\n|\r|\n/).length, 0),
  )
  return { lines: [columns.join(delimiter), ...lines], starts, end }
}

const bytesOf = (lines: readonly string[], end: string) => Buffer.from(lines.join(end) + end)

const changes = async () => (await pool().query('select count(*)::int as n from change')).rows[0].n

/** The places and codes that a file is refused with; nothing may have been written. */
async function accused(kind: Kind, file: Buffer): Promise<string[]> {
  const before = await changes()
  const { refused } = await importFile({
    ...{ viewer: terminal(), kind, file, dryRun: false, clock: Date.now },
  })
  expect(await changes()).toBe(before)
  return refused.map(({ line, column, reason }) => `${line} ${column} ${reason.code}`).sort()
}

interface Planted {
  rows: Row[]
  at: { index: number; fault: Fault }[]
}

/** Puts each fault into a row of its own, where it fits. */
function plant(rows: readonly Row[], faults: readonly Fault[], order: readonly number[]): Planted {
  const free = order.filter((index) => !named.has(rows[index]?.reference ?? ''))
  const planted: Planted = { rows: [...rows], at: [] }
  for (const fault of faults) {
    const index = free.find((one) => fault.fits?.(rows[one] ?? {}) ?? true)
    const row = index === undefined ? undefined : rows[index]
    if (index === undefined || !row) continue
    free.splice(free.indexOf(index), 1)
    const value = typeof fault.value === 'string' ? fault.value : fault.value(row)
    planted.rows[index] = { ...row, [fault.column]: value }
    planted.at.push({ index, fault })
  }
  return planted
}

interface Break {
  code: string
  bytes: (line: string, style: Style) => Buffer
}

const before = (bytes: number[]) => (line: string) =>
  Buffer.concat([Buffer.from(bytes), Buffer.from(line)])

const BREAKS: Break[] = [
  { code: 'csv_nul', bytes: before([0]) },
  { code: 'csv_not_utf8', bytes: before([0xe9]) },
  { code: 'csv_not_utf8', bytes: before([0xff, 0xfe]) },
  { code: 'csv_quotes', bytes: (line, { delimiter }) => Buffer.from(`"A"B${delimiter}${line}`) },
  { code: 'csv_quotes', bytes: (line, { delimiter }) => Buffer.from(` "A"${delimiter}${line}`) },
  // Open to the end of the file: whatever follows is swallowed.
  {
    code: 'csv_quotes',
    bytes: (line, { delimiter }) => Buffer.from(`"A${delimiter}${line.replaceAll('"', '')}`),
  },
  { code: 'csv_ragged', bytes: (line, { delimiter }) => Buffer.from(`${line}${delimiter}`) },
  { code: 'csv_ragged', bytes: () => Buffer.from('A') },
]

const KINDS = Object.keys(FAULTS) as Kind[]
const RUNS = 12

describe.each(KINDS)('%s', (kind) => {
  const rows = ROWS[kind]
  const order = fc.shuffledSubarray(
    rows.map((_, index) => index),
    { minLength: rows.length },
  )
  const faults = fc.shuffledSubarray(FAULTS[kind], { minLength: FAULTS[kind].length })

  test(`every planted mistake is located, and nothing else is accused (${FAULTS[kind].length} kinds of mistakes)`, async () => {
    const planted = new Set<Fault>()
    await fc.assert(
      fc.asyncProperty(order, faults, style, async (places, mistakes, how) => {
        const { rows: wrong, at } = plant(rows, mistakes, places)
        for (const { fault } of at) planted.add(fault)
        const { lines, starts, end } = fileOf(kind, wrong, how)
        const expected = at.map(
          ({ index, fault }) => `${starts[index]} ${fault.column} ${fault.code}`,
        )
        expect(await accused(kind, bytesOf(lines, end))).toEqual(expected.sort())
      }),
      { numRuns: RUNS },
    )
    expect(planted.size).toBe(FAULTS[kind].length)
  })

  test('a broken line is located, in whatever file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...BREAKS),
        order,
        style,
        async (broken, [index = 0], how) => {
          const { lines, starts, end } = fileOf(kind, rows, how)
          const line = lines[index + 1] ?? ''
          const head = `${lines.slice(0, index + 1).join(end)}${end}`
          const tail = `${end}${lines.slice(index + 2).join(end)}${end}`
          const file = Buffer.concat([
            Buffer.from(head),
            broken.bytes(line, how),
            Buffer.from(tail),
          ])
          expect(await accused(kind, file)).toEqual([`${starts[index]}  ${broken.code}`])
        },
      ),
      { numRuns: RUNS * 2 },
    )
  })

  test('a record that stands there twice, and a column that does not belong, are located', async () => {
    const key = kind === 'targets' ? 'code' : 'reference'
    await fc.assert(
      fc.asyncProperty(order, style, async ([index = 0], how) => {
        const again = fileOf(kind, [...rows, rows[index] ?? {}], how)
        const last = again.starts.at(-1)
        expect(await accused(kind, bytesOf(again.lines, again.end))).toEqual([
          `${last} ${key} row_twice`,
        ])
        const { lines, end } = fileOf(kind, rows, how)
        const [head = '', ...rest] = lines
        const wider = [
          `${head}${how.delimiter}jobz`,
          ...rest.map((line) => `${line}${how.delimiter}`),
        ]
        const [found, ...more] = await accused(kind, bytesOf(wider, end))
        expect([found?.replace('_near', ''), more]).toEqual(['1 jobz column_unknown', []])
        const renamed = head.replace(key, 'title')
        const [missing] = await accused(kind, bytesOf([renamed, ...rest], end))
        expect(missing).toBe(`1 ${key} column_missing`)
      }),
      { numRuns: 3 },
    )
  })
})
