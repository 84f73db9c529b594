import { generateClient } from './client'
import { Failure } from './failure'
import { programOf, runProgram } from './program'

/** Everything that needs no database: format and lint, types, pure tests, dead code. Throws Failure after telling all. */
export async function quickChecks(): Promise<void> {
  await step('client', generateClient)
  await step('route types', () => program('next', ['typegen'], true))
  const failed = [
    await attempt('format and lint', () =>
      program('biome', ['ci', '--error-on-warnings'], false, '@biomejs/biome'),
    ),
    await attempt('types', () =>
      program('tsc', ['--noEmit', '--project', '.'], false, 'typescript'),
    ),
    await attempt('dead code', () => program('knip', [])),
    await attempt('pure tests', () => program('vitest', ['run', '--project=pure'])),
  ].filter((name) => name !== null)
  if (failed.length > 0) throw new Failure(`Failed: ${failed.join(', ')}.`)
}

/** Runs one step and prints how long it took. */
export async function step(name: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now()
  await work()
  console.log(`✓ ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

/** The name of the step when it failed, else null. */
async function attempt(name: string, work: () => Promise<void>): Promise<string | null> {
  try {
    await step(name, work)
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.error(`✗ ${name}`)
    return name
  }
}

function program(name: string, args: string[], quiet = false, packageName = name): Promise<void> {
  return runProgram(programOf(name, packageName), args, { quiet })
}
