import { BackupError } from '@/lib/data/backup-format'
import { MigrationError } from '@/lib/data/migrate'
import { EnvError } from '@/lib/env'

/** Something that a person can put right; the message is one clear line. */
export class Failure extends Error {}

/** Runs a command line to its end: an expected failure prints its line, any other its stack; both end with code 1. */
export async function run(main: () => Promise<void>): Promise<never> {
  try {
    await main()
    process.exit(0)
  } catch (error) {
    console.error(isExpected(error) ? error.message : error)
    process.exit(1)
  }
}

function isExpected(error: unknown): error is Error {
  return [Failure, EnvError, MigrationError, BackupError].some((kind) => error instanceof kind)
}
