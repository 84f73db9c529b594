import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }
// server-only throws outside a React server bundle; this condition resolves it to its empty twin.
const resolve = { alias, conditions: ['react-server'] }

export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'pure',
          include: ['{lib,components,app}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts'],
        },
      },
    ],
  },
})
