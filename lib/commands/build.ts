import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { BUILD_STAMP as STAMP } from '@/lib/build'
import { withLock } from '@/lib/commands/postgres/lock'
import { programOf, runProgram } from './program'

// Not in .next, which a build empties: two that start together would both build.
const LOCKS = 'node_modules/.cache/pledgebook'
// A slow machine builds for minutes; whoever waits for the same build waits that long.
const PATIENCE_MS = 15 * 60_000
const FOLDERS = ['app', 'components', 'lib', 'public']
const FILES = [
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'prisma/schema.prisma',
  'proxy.ts',
  'tsconfig.json',
]

/** Makes the production build unless the one in .next is of exactly these sources. Throws Failure. */
export async function ensureBuild(): Promise<void> {
  mkdirSync(LOCKS, { recursive: true })
  await withLock(
    LOCKS,
    async () => {
      const wanted = fingerprint()
      if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
      console.log('Building (only after a change of the program) …')
      rmSync(STAMP, { force: true })
      await runProgram(programOf('next'), ['build'], {
        quiet: true,
        env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      })
      writeFileSync(STAMP, wanted)
    },
    PATIENCE_MS,
  )
}

/** A hash of everything that a build is made of: sees uncommitted changes and needs no git. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const file of [...FOLDERS.flatMap(sources), ...FILES]) {
    if (existsSync(file)) hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function sources(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.test\.tsx?$|^lib\/(commands|data\/generated)\//.test(file))
    .sort()
}
