import { spawnSync } from 'node:child_process'
import { step } from './checks'
import { generateClient } from './client'
import { Failure, run } from './failure'
import { programOf, runProgram } from './program'

/** What takes too long, or needs too much installed, for every run of the tests: ten thousand portfolios, and LibreOffice. */
await run(async () => {
  if (spawnSync('soffice', ['--version']).status !== 0)
    throw new Failure(
      'The proof opens every exported file in LibreOffice: install it (Debian: sudo apt-get install libreoffice-calc), then run npm run prove again.',
    )
  await step('client', generateClient)
  await step('proof', () => runProgram(programOf('vitest'), ['run', '--project=proof']))
})
