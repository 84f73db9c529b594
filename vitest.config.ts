import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }
// server-only throws outside a React server bundle; this condition resolves it to its empty twin.
const resolve = { alias, conditions: ['react-server'] }
const ssr = { resolve: { conditions: ['react-server'] } }

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'pure',
          // Properties over many random histories: a loaded machine takes its time.
          testTimeout: 60_000,
          include: ['{lib,components,app}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.{db,built,proof}.test.ts'],
          setupFiles: ['lib/commands/testing/no-console-error.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'db',
          include: ['{lib,app}/**/*.db.test.ts'],
          globalSetup: ['lib/commands/testing/global-setup.ts'],
          setupFiles: ['lib/commands/testing/no-console-error.ts', 'lib/data/testing/setup.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'built', // what a request finds that asks the built program itself
          include: ['lib/**/*.built.test.ts'],
          globalSetup: ['lib/commands/testing/global-setup.ts'],
          setupFiles: ['lib/commands/testing/no-console-error.ts', 'lib/data/testing/setup.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 15 * 60_000, // the first one may have to build
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'proof', // what npm run prove holds: too long, or too much to install, for every run
          include: ['lib/**/*.proof.test.ts'],
          globalSetup: ['lib/commands/testing/global-setup.ts'],
          setupFiles: ['lib/commands/testing/no-console-error.ts', 'lib/data/testing/setup.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
