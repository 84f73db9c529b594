import { generateClient } from './client'
import { run } from './failure'

await run(generateClient)
