import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const program = path.resolve('lib/commands/node-version.cjs')

function runAs(version: string) {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
  const args = ['--eval', `${pretend}; require(${JSON.stringify(program)})`]
  return spawnSync(process.execPath, args, { encoding: 'utf8' })
}

/** The versions that are let through, asked in one process that outlives a refusal. */
function accepted(versions: string[]): string[] {
  const script = `
    process.exit = () => { throw 'refused' }
    console.error = () => undefined
    const accepted = ${JSON.stringify(versions)}.filter((value) => {
      Object.defineProperty(process.versions, 'node', { value, configurable: true })
      delete require.cache[${JSON.stringify(program)}]
      try { require(${JSON.stringify(program)}); return true } catch { return false }
    })
    console.log(JSON.stringify(accepted))`
  const { stdout } = spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8' })
  return z.array(z.string()).parse(JSON.parse(stdout))
}

test('an old Node is told in one line what is needed', () => {
  const { status, stderr } = runAs('18.20.4')
  expect(status).toBe(1)
  expect(stderr).toBe(
    'Pledgebook needs Node 24 (or 22.12, or 20.19, or later in their lines); this is 18.20.4.\n',
  )
})

test('20.19, 22.12 and 24 go on, older ones and the odd lines do not', () => {
  const old = ['12.22.12', '18.20.4', '20.18.1', '21.7.3', '22.11.0', '23.9.0']
  const fit = ['20.19.0', '20.20.2', '22.12.0', '24.0.0', '26.1.0']
  expect(accepted([...old, ...fit])).toEqual(fit)
})

test('every command line asks before it loads anything', () => {
  const manifest = z.object({ scripts: z.record(z.string(), z.string()) })
  const { scripts } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  for (const script of Object.values(scripts))
    expect(script).toMatch(/^node lib\/commands\/node-version\.cjs && exec node /)
})
