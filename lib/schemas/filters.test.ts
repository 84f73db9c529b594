import { describe, expect, test } from 'vitest'
import { InvalidInput } from '@/lib/errors'
import type { Surface } from './filter-keys'
import { parseFilters, printFilters } from './filters'

const parse = (query: string, surface: Surface = 'list') =>
  parseFilters(new URLSearchParams(query), surface)

function problems(query: string, surface: Surface = 'list') {
  try {
    parse(query, surface)
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    throw error
  }
  return []
}

describe('what an address asks for', () => {
  test('a repeated key is a list, a scalar its value, a year a number', () => {
    const filters = parse('region=MA-06&region=MA-01&dueYear=2027&asOf=2023-12-31&limit=20')
    expect(filters.region).toEqual(['MA-06', 'MA-01'])
    expect(filters.dueYear).toEqual([2027])
    expect(filters.asOf).toBe('2023-12-31')
    expect(filters.limit).toBe(20)
  })

  test('nothing asked: net new jobs, the reported lane, today, 2027, fifty rows', () => {
    const filters = parse('')
    expect(filters).toMatchObject({ measure: 'net_new_jobs', lane: 'reported', cohort: 2027 })
    expect(filters).toMatchObject({ asOf: null, knownAt: null, limit: 50, sector: [] })
  })

  test('knownAt is a day or an instant with its zone', () => {
    expect(parse('knownAt=2024-06-30').knownAt).toBe('2024-06-30')
    expect(problems('knownAt=2024-06-30T10:00:00Z')).toEqual([])
    expect(problems('knownAt=2024-06-30T10:00:00')[0]?.code).toBe('no_such_moment')
  })
})

describe('what is refused, by name', () => {
  test.each([
    ['asof=2024-01-01', 'asof', 'unknown_parameter_near', { suggestion: 'asOf' }],
    ['colour=red', 'colour', 'unknown_parameter', { name: 'colour' }],
    ['sector=automotiv', 'sector', 'unknown_value_near', { suggestion: 'automotive' }],
    ['region=Casablanca', 'region', 'unknown_value', { value: 'Casablanca' }],
    ['asOf=2027-02-30', 'asOf', 'no_such_day', { value: '2027-02-30' }],
    ['asOf=1899-12-31', 'asOf', 'before_1900', { value: '1899-12-31' }],
    ['asOf=2024-01-01&asOf=2024-01-02', 'asOf', 'repeated', { name: 'asOf' }],
    ['limit=201', 'limit', 'not_a_limit', { value: '201' }],
    ['limit=0', 'limit', 'not_a_limit', { value: '0' }],
    ['limit=1e2', 'limit', 'not_a_limit', { value: '1e2' }],
    ['dueYear=27', 'dueYear', 'not_a_year', { value: '27' }],
    ['company=Inetum%20SA', 'company', 'not_a_slug', { value: 'Inetum SA' }],
    ['signedFrom=2025-01-01&signedTo=2024-01-01', 'signedTo', 'ends_before_it_begins', undefined],
  ])('%s', (query, path, code, values) => {
    const [problem, ...others] = problems(query)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ path, code, ...(values && { values }) })
  })

  test('every problem at once', () => {
    expect(problems('a=1&sector=x&asOf=no').map(({ path }) => path)).toEqual([
      'a',
      'sector',
      'asOf',
    ])
  })

  test('a search for a character that no database keeps', () => {
    expect(problems('q=%00')[0]).toMatchObject({ path: 'q', code: 'not_text' })
  })

  test('keys of another surface: a cursor in a file, a cohort in a list, a filter on one record', () => {
    expect(problems('cursor=x', 'file')[0]?.code).toBe('unknown_parameter')
    expect(problems('cohort=2027', 'list')[0]?.path).toBe('cohort')
    expect(problems('sector=rail', 'agreement')[0]?.path).toBe('sector')
    expect(problems('cohort=2027', 'summary')).toEqual([])
  })

  test('an empty value, but on a page it is a form field left alone', () => {
    expect(problems('sector=&q=', 'list').map(({ path }) => path)).toEqual(['sector', 'q'])
    expect(parse('sector=&q=&asOf=', 'page')).toMatchObject({ sector: [], q: null, asOf: null })
  })
})

describe('the address of what is asked for', () => {
  test('defaults are left out, lists sorted, and reading it again asks the same', () => {
    const asked = parse('lane=reported&region=MULTI&region=MA-01&measure=investment&q=caf%C3%A9')
    const printed = printFilters(asked)
    expect(printed).toBe('region=MA-01&region=MULTI&q=caf%C3%A9&measure=investment')
    expect(printFilters(parse(printed))).toBe(printed)
  })

  test('nothing asked is an empty query', () => {
    expect(printFilters(parse(''))).toBe('')
  })
})
