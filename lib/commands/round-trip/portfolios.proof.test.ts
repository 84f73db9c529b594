import { test } from 'vitest'
import { holdPortfolios } from './round-trip'

const PORTFOLIOS = 10_000
const SEEDS = 2 ** 31

test('10,000 random portfolios go out as five files and come into an empty book as they were', async () => {
  await holdPortfolios(PORTFOLIOS, Math.floor(Math.random() * SEEDS))
}, 3_600_000)
