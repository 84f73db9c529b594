import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from './program'

type Case = [file: string, module: string]

const refused: Case[] = [
  ['lib/domain/x.ts', 'zod'],
  ['lib/domain/x.ts', 'node:fs'],
  ['lib/domain/x.ts', '@/lib/schemas/filters'],
  ['lib/domain/x.ts', '@/lib/clock'],
  ['lib/domain/x.ts', '../clock'],
  ['lib/schemas/x.ts', '@/lib/data/client'],
  ['lib/schemas/x.ts', '@/lib/features/health/get-readiness'],
  ['lib/schemas/x.ts', 'pg'],
  ['lib/data/x.ts', '@/lib/features/health/get-readiness'],
  ['lib/data/x.ts', '@/lib/auth/viewer'],
  ['lib/data/x.ts', 'next/headers'],
  ['lib/auth/x.ts', '@/lib/features/health/get-readiness'],
  ['lib/auth/x.ts', '@/lib/data/generated/client'],
  ['lib/features/a/x.ts', '@/lib/features/health/get-readiness'],
  ['lib/features/a/x.ts', '@/app/layout'],
  ['lib/features/a/x.ts', 'next/navigation'],
  ['lib/features/a/x.ts', 'react'],
  ['lib/features/a/x.ts', 'pg'],
  ['lib/features/a/x.ts', '@/lib/data/generated/client'],
  ['lib/features/a/x.ts', '@/lib/auth/session'],
  ['lib/features/accounts/x.ts', '@/lib/auth/make-viewer'],
  ['lib/features/accounts/x.ts', 'better-auth'],
  ['app/x.tsx', '@/lib/auth/make-viewer'],
  ['app/x.tsx', 'better-auth/cookies'],
  ['lib/commands/x.ts', 'pg'],
  ['lib/commands/x.ts', '@/components/ui/button'],
  ['lib/x.ts', '@/lib/data/client'],
  ['lib/x.ts', '@/lib/features/health/get-readiness'],
  ['app/x.tsx', '@/lib/data/client'],
  ['app/x.tsx', '@prisma/client'],
  ['app/x.tsx', 'recharts'],
  ['components/ui/x.tsx', '@/lib/data/client'],
  ['components/ui/x.tsx', '@/lib/auth/viewer'],
  ['components/ui/x.tsx', '@/app/layout'],
  ['components/ui/x.tsx', 'recharts'],
  ['components/charts/x.tsx', '@/lib/data/client'],
  ['e2e/x.spec.ts', '@/lib/domain/status'],
  ['x.ts', '../elsewhere'],
]

const allowed: Case[] = [
  ['lib/features/accounts/x.ts', '@/lib/auth/session'],
  ['lib/domain/x.ts', './types'],
  ['lib/schemas/x.ts', '@/lib/domain/types'],
  ['lib/data/x.ts', './generated/client'],
  ['lib/auth/x.ts', '@/lib/data/client'],
  ['lib/features/a/x.ts', './sibling'],
  ['lib/features/a/x.ts', '@/lib/data/client'],
  ['lib/features/a/x.ts', '@/lib/auth/viewer'],
  ['lib/commands/x.ts', '@/lib/features/health/get-readiness'],
  ['app/x.tsx', '@/lib/features/health/get-readiness'],
  ['components/charts/x.tsx', 'recharts'],
]

let directory: string
let complaints: string[]

// One run of the linter over a tree in which every case is a file of its own, under the rules of this repository.
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'pledgebook-arrows-'))
  copyFileSync('biome.json', path.join(directory, 'biome.json'))
  copyFileSync('.gitignore', path.join(directory, '.gitignore'))
  for (const one of [...refused, ...allowed]) {
    const file = path.join(directory, placeOf(one))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `import { thing } from '${one[1]}'\n\nthing()\n`)
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      programOf('biome', '@biomejs/biome'),
      'lint',
      '--only=style/noRestrictedImports',
      '--reporter=github',
      '--max-diagnostics=none',
    ],
    { cwd: directory, encoding: 'utf8' },
  )
  complaints = stdout.split('\n').filter((line) => line.includes('noRestrictedImports'))
})

afterAll(() => {
  rmSync(directory, { recursive: true })
})

/** `lib/data/x.ts` with `pg` stands at lib/data/x-pg.ts, so that each case has a file. */
function placeOf([file, module]: Case): string {
  return file.replace('x.', `x-${module.replaceAll(/[^a-z]/g, '')}.`)
}

function isRefused(one: Case): boolean {
  return complaints.some((line) => line.includes(placeOf(one)))
}

test.each(refused)('%s may not import %s', (file, module) => {
  expect(isRefused([file, module])).toBe(true)
})

test.each(allowed)('%s may import %s', (file, module) => {
  expect(isRefused([file, module])).toBe(false)
})

test('components import types of features, nothing else', () => {
  const values = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) =>
      /import (?!type )[^'"]*['"]@\/lib\/features/.test(
        readFileSync(path.join('components', file), 'utf8'),
      ),
    )
  expect(values).toEqual([])
})
