import '@/lib/commands/node-version'
import { generateClient } from '@/lib/commands/client'
import { run } from '@/lib/commands/failure'

await run(generateClient)
