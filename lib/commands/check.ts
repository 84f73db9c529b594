import { quickChecks } from './checks'
import { run } from './failure'

await run(quickChecks)
