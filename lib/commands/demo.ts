import { demoAccounts } from '@/lib/commands/demo/accounts'
import { seedDemo } from '@/lib/commands/demo/seed-demo'
import { readEnv } from '@/lib/env'
import { run } from './failure'
import { serve } from './serve'

// Invented records never reach a real database: always a directory of their own, whatever the environment names.
delete process.env.DATABASE_URL
delete process.env.DATABASE_REPLICA_URL
process.env.PLEDGEBOOK_DATA_DIR = `${process.env.PLEDGEBOOK_DATA_DIR || '.data'}-demo`
process.env.PLEDGEBOOK_DEMO = '1'

await run(async () => {
  const env = readEnv()
  const seed = () => seedDemo(env.dataDir)
  const welcome = demoAccounts
  await serve(env, { command: 'npm run demo', mode: 'production', seed, welcome })
})
