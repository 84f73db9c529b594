import { expect, it } from 'vitest'
import { calculate, EXAMPLE } from './entries'

it('computes the worked example: 1,050 − 800 = 250 of 1,500, 16.6 %, behind', () => {
  const { problems, result } = calculate(EXAMPLE)
  expect(problems).toEqual([])
  expect(result?.reported.json).toMatchObject({
    created: 250,
    progressPercent: 16.6,
    expected: 683,
    status: 'BEHIND',
    projectedCompletion: '2034-05-13',
  })
  expect(result?.verified.json.status).toBe('NO_REPORT')
})

it('locates an error on its field and gives every entry back', () => {
  const entries = { ...EXAMPLE, asOf: '2025-02-30', 'commitment.versions.0.value': 'many' }
  const outcome = calculate(entries)
  expect(outcome.result).toBeNull()
  expect(outcome.entries).toBe(entries)
  expect(outcome.problems.map(({ path }) => path).sort()).toEqual([
    'asOf',
    'commitment.versions.0.value',
  ])
})

it('skips empty report lines and still points at the line on the form', () => {
  const entries = {
    ...EXAMPLE,
    'observations.0.dataDate': '',
    'observations.0.value': '',
    'observations.2.dataDate': '2025-06-31',
    'observations.2.kind': 'headcount',
    'observations.2.value': '1 000',
    'observations.2.evidence': 'verified',
  }
  expect(calculate(entries).problems.map(({ path }) => path)).toEqual(['observations.2.dataDate'])
})

it('reads numbers as people type them', () => {
  const typed = calculate({ ...EXAMPLE, 'observations.0.value': '1\u202f050' })
  expect(typed.result?.reported.json.created).toBe(250)
})
