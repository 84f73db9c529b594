import { test } from 'vitest'
import { holdPortfolios } from './round-trip'

const SEEDS = 2 ** 31

// Another seed each time: a run that fails names it. npm run prove holds ten thousand.
test('250 random portfolios go out as five files and come into an empty book as they were', async () => {
  await holdPortfolios(250, Math.floor(Math.random() * SEEDS))
}, 300_000)
