import { readEnv } from '@/lib/env'
import { run } from './failure'
import { seedShipped } from './seed'
import { serve } from './serve'

await run(async () => {
  const env = readEnv()
  await serve(env, { command: 'npm run dev', mode: 'development', seed: () => seedShipped(env) })
})
