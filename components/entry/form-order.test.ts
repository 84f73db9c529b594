import { expect, test } from 'vitest'
import { inFormOrder } from './form-order'

const named = (...paths: string[]) => paths.map((path) => ({ path }))

test('what is missing of a new agreement is listed as the page goes down: source, company, title, jobs', () => {
  const problems = named('jobs', 'title', 'signatories.1.name', 'source_url', 'company', 'sector')
  expect(inFormOrder('agreement', problems).map(({ path }) => path)).toEqual([
    'source_url',
    'company',
    'title',
    'sector',
    'jobs',
    'signatories.1.name',
  ])
})

test('the forms that end with their source list it last, an edit begins with its reason', () => {
  const report = named('source_url', 'value', 'kind', 'elsewhere')
  expect(inFormOrder('report', report).map(({ path }) => path)).toEqual([
    'kind',
    'value',
    'source_url',
    'elsewhere',
  ])
  expect(
    inFormOrder('edit', named('source_url', 'title', 'reason')).map(({ path }) => path),
  ).toEqual(['reason', 'title', 'source_url'])
})
