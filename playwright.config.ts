import { createHash } from 'node:crypto'
import { defineConfig, devices } from '@playwright/test'
import { installedBrowser } from '@/lib/commands/browser'

// Each checkout its own port, the same in every process that reads this file: two may be tested side by side.
const port = 25_400 + (createHash('sha256').update(process.cwd()).digest().readUInt16BE(0) % 1_000)
const baseURL = `http://127.0.0.1:${port}`
const executablePath = installedBrowser()
const launchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  // Root, as in many containers, has no sandbox to offer.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
}

// What these accept moves the figures that the others read.
const WRITING = /(desk|review)\.spec\.ts$/

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: { baseURL, launchOptions, trace: { mode: 'retain-on-failure', screenshots: false } },
  projects: [
    { name: 'desktop', testIgnore: WRITING, use: { ...devices['Desktop Chrome'] } },
    // Only journeys that a small screen changes.
    { name: 'mobile', testIgnore: WRITING, grep: /@phone/, use: { ...devices['Pixel 7'] } },
    {
      name: 'desk',
      testMatch: WRITING,
      dependencies: ['desktop', 'mobile'],
      use: { ...devices['Desktop Chrome'] },
    },
  ],
  webServer: {
    command: 'node --import=tsx --conditions=react-server lib/commands/testing/e2e-server.ts',
    url: `${baseURL}/api/health/ready`,
    env: { PORT: String(port), HOST: '127.0.0.1' },
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGINT', timeout: 30_000 },
  },
})
