import { describe, expect, test } from 'vitest'
import { dueEarlyOf, dueOf, isPeriod, isYearOnly } from './deadline'
import type { Preposition } from './types'

describe('due and its early reading', () => {
  test.each<[Preposition, string, string, string]>([
    ['by', '2027', '2027-12-31', '2026-12-31'],
    ['before', '2027', '2026-12-31', '2026-12-31'],
    ['in', '2027', '2027-12-31', '2027-12-31'],
    ['end_of', '2027', '2027-12-31', '2027-12-31'],
    ['by', '2027-H1', '2027-06-30', '2026-12-31'],
    ['by', '2027-H2', '2027-12-31', '2027-06-30'],
    ['by', '2027-Q1', '2027-03-31', '2026-12-31'],
    ['before', '2027-Q4', '2027-09-30', '2027-09-30'],
    ['by', '2028-02', '2028-02-29', '2028-01-31'],
    ['end_of', '2026-02', '2026-02-28', '2026-02-28'],
    ['by', '2027-06-30', '2027-06-30', '2027-06-30'],
    ['before', '2027-06-30', '2027-06-29', '2027-06-29'],
  ])('%s %s: due %s, early %s', (preposition, period, due, early) => {
    expect(dueOf({ preposition, period })).toBe(due)
    expect(dueEarlyOf({ preposition, period })).toBe(early)
  })

  test('only a bare year has year precision', () => {
    expect(isYearOnly({ preposition: 'by', period: '2027' })).toBe(true)
    expect(isYearOnly({ preposition: 'by', period: '2027-12-31' })).toBe(false)
  })
})

describe('period', () => {
  test.each(['2027', '2027-H2', '2027-Q4', '2027-12', '2028-02-29'])('%s exists', (text) => {
    expect(isPeriod(text)).toBe(true)
  })

  test.each([
    '',
    '27',
    '0999',
    '2027-H3',
    '2027-Q0',
    '2027-13',
    '2027-00',
    '2027-02-29',
    '2027-1',
    ' 2027',
    '2027-H1-01',
    '20270',
  ])('%j does not', (text) => {
    expect(isPeriod(text)).toBe(false)
  })
})
