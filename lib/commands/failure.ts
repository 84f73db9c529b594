import { EnvError } from '@/lib/env'

/** Something that a person can put right; the message is one clear line. */
export class Failure extends Error {}

/** Runs a command line: an expected failure prints its line, any other its stack; both end the process with code 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    console.error(isExpected(error) ? error.message : error)
    process.exitCode = 1
  }
}

function isExpected(error: unknown): error is Error {
  return error instanceof Failure || error instanceof EnvError
}
