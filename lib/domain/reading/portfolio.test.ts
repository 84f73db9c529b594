import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { readDeadline } from './deadline'
import { type Asked, readCount, readQuantity } from './quantity'
import type { Doubt, Unread } from './reading'

type Row = Record<string, string>

/** One fragment of a source with what a person recorded from it; empty = no figure could be recorded. */
interface Recorded {
  fragment: string
  recorded: string
  currency: string | null
  reading: { ok: true; literal: string; currency?: string | null; doubts: Doubt[] } | Unread
}

const PERSONS: Asked = { unit: 'persons' }
const MONEY: Asked = { unit: 'money' }

function rowsOf(file: string): Row[] {
  return parse(readFileSync(new URL(`../../../prisma/portfolio/${file}`, import.meta.url)), {
    columns: true,
  })
}

function fragments(
  rows: readonly Row[],
  [stated, column]: [string, string],
  read: (text: string, row: Row) => Recorded['reading'],
): Recorded[] {
  return rows
    .filter((row) => row[stated])
    .map((row) => ({
      fragment: row[stated] ?? '',
      recorded: row[column] ?? '',
      currency: column === 'amount' ? (row.currency ?? '') : null,
      reading: read(row[stated] ?? '', row),
    }))
}

const agreements = rowsOf('agreements.csv')
const all: Recorded[] = [
  ...fragments(agreements, ['jobs_as_stated', 'jobs'], (text) => readQuantity(text, PERSONS)),
  ...fragments(agreements, ['amount_as_stated', 'amount'], (text) => readQuantity(text, MONEY)),
  ...fragments(agreements, ['deadline_as_stated', 'deadline'], readDeadline),
  ...fragments(agreements, ['baseline_as_stated', 'baseline_headcount'], (text) =>
    readCount(text, PERSONS),
  ),
  ...fragments(rowsOf('reports.csv'), ['as_stated', 'value'], (text, row) =>
    readCount(text, row.kind === 'invested_cumulative' ? MONEY : PERSONS),
  ),
  ...fragments(rowsOf('targets.csv'), ['as_stated', 'quantity'], (text, row) =>
    readQuantity(text, row.measure === 'investment' ? MONEY : PERSONS),
  ),
]

function isRight({ reading, recorded, currency }: Recorded): boolean {
  if (!reading.ok) return recorded === ''
  return reading.literal === recorded && (currency === null || reading.currency === currency)
}

describe('the fragments of the shipped portfolio, read without their context', () => {
  const right = all.filter(isRight)
  const wrong = all.filter((item) => !isRight(item))
  const doubted = right.filter(({ reading }) => reading.ok && reading.doubts.length > 0)
  console.info(
    `${right.length} of ${all.length} fragments read as recorded, ${doubted.length} of them with a doubt`,
  )

  test('there are as many as the files hold', () => {
    expect(all.length).toBeGreaterThan(150)
  })

  test('at least 95 % are read as they were recorded', () => {
    expect(right.length * 100).toBeGreaterThanOrEqual(all.length * 95)
  })

  test('none is read otherwise without a doubt', () => {
    const silent = wrong.filter(({ reading }) => reading.ok && reading.doubts.length === 0)
    expect(silent.map(({ fragment, recorded }) => ({ fragment, recorded }))).toEqual([])
  })

  test('nearly all are read without asking: a doubt on everything would say nothing', () => {
    const plain = doubted.filter(
      ({ reading }) => reading.ok && reading.doubts.some(({ code }) => code !== 'horizon'),
    )
    expect(plain.length * 100).toBeLessThan(all.length * 10)
  })
})
