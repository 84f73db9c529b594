import { spawnSync } from 'node:child_process'
import { installedBrowser } from './browser'
import { ensureBuild } from './build'
import { quickChecks, step } from './checks'
import { Failure, run } from './failure'
import { programOf, runProgram } from './program'

await run(async () => {
  ensureBrowser()
  await quickChecks()
  await step('database tests', () => runProgram(programOf('vitest'), ['run', '--project=db']))
  await step('production build', ensureBuild)
  await step('the built program', () => runProgram(programOf('vitest'), ['run', '--project=built']))
  await step('end to end', () => runProgram(programOf('playwright', '@playwright/test'), ['test']))
})

/** Before anything else: nobody should wait for minutes to read that the browser is missing. */
function ensureBrowser(): void {
  if (installedBrowser() !== undefined) return
  if (process.getuid?.() === 0) {
    console.log('Installing Chromium with apt-get …')
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium')
  }
  if (installedBrowser() === undefined)
    throw new Failure(
      'The end-to-end tests need a browser: install Chromium or Chrome (Debian: sudo apt-get install chromium), then run npm test again. Without one: npm run check',
    )
}
