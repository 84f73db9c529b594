import pino from 'pino'
import { env } from './env'

const SECRETS = [
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'connectionString',
  'databaseUrl',
  'databaseReplicaUrl',
]
const STDERR = 2

/** A log at a level, one JSON object a line, its secrets blotted out at the top and one or two levels below. */
export function createLog(
  level: pino.LevelWithSilent,
  destination: pino.DestinationStream,
): pino.Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  return pino({ level, redact: { paths, censor: '[redacted]' } }, destination)
}

let kept: pino.Logger | undefined

/** The log of this process. On standard error: the launcher keeps standard output for people. */
export function log(): pino.Logger {
  kept ??= createLog(env().logLevel, pino.destination({ dest: STDERR, sync: true }))
  return kept
}
