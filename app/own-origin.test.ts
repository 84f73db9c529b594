import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const actions = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => ({ path, source: readFileSync(join('app', path), 'utf8') }))
  .filter(({ source }) => source.includes("'use server'"))

test('there are actions to look at, each in a file of its own', () => {
  expect(actions.length).toBeGreaterThan(1)
  for (const { path, source } of actions)
    expect([path, source.startsWith("'use server'")]).toEqual([path, true])
})

test('a form of the desk is asked by the function that all of them pass through', () => {
  const source = readFileSync('app/(desk)/form-action.ts', 'utf8')
  expect(source).toMatch(/Promise<FormState> \{\n {2}await requireOwnOrigin\(\)\n/)
})

test.each(actions)('$path asks where the request comes from before anything else', ({ source }) => {
  const exported = source.split(/^export /m).slice(1)
  expect(exported).not.toEqual([])
  for (const one of exported)
    expect(one).toMatch(
      /^async function [^{]*\{\n {2}(await requireOwnOrigin\(\)\n|return formAction\()/,
    )
})
