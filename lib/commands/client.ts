import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { programOf, runProgram } from './program'

const GENERATED = 'lib/data/generated'

/** Generates the Prisma client from schema.prisma unless it is there and fresh. Works without a network. */
export async function generateClient(): Promise<void> {
  const stamp = path.join(GENERATED, '.stamp')
  const wanted = fingerprint()
  const entry = path.join(GENERATED, 'client.ts')
  if (existsSync(entry) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await runProgram(programOf('prisma'), ['generate'], {
    quiet: true,
    // Generating needs no schema engine, but looks for one and would download it: any program will do.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  })
  writeFileSync(stamp, wanted)
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync('prisma/schema.prisma'))
  return hash.update(readFileSync('node_modules/prisma/package.json')).digest('hex')
}
