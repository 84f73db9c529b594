import '@/lib/commands/node-version'
import { run } from '@/lib/commands/failure'
import { seedShipped } from '@/lib/commands/seed'
import { serve } from '@/lib/commands/serve'
import { readEnv } from '@/lib/env'

await run(async () => {
  const env = readEnv()
  await serve(env, { command: 'npm run dev', mode: 'development', seed: () => seedShipped(env) })
})
