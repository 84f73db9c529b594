import { readEnv } from '@/lib/env'
import { run } from './failure'
import { firstRun } from './first-run'
import { seedShipped } from './seed'
import { serve } from './serve'

await run(async () => {
  const env = readEnv()
  const welcome = (address: string) => firstRun(env, address)
  await serve(env, {
    command: 'npm start',
    mode: 'production',
    seed: () => seedShipped(env),
    welcome,
  })
})
