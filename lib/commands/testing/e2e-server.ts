import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '@/lib/commands/failure'
import { seedShipped } from '@/lib/commands/seed'
import { serve } from '@/lib/commands/serve'
import { readEnv } from '@/lib/env'

// The journeys meet what a new user meets: the real launcher on an empty data directory, thrown away afterwards.
await run(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pledgebook-e2e-'))
  chmodSync(dataDir, 0o755) // the server's account must get in when root runs the tests
  const { PORT, HOST } = process.env
  const env = readEnv({ PORT, HOST, PLEDGEBOOK_DATA_DIR: dataDir })
  try {
    await serve(env, { command: 'npm test', mode: 'production', seed: () => seedShipped(env) })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
