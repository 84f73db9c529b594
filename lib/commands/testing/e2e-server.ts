import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '@/lib/commands/failure'
import { firstRun } from '@/lib/commands/first-run'
import { installationSecret, writePrivate } from '@/lib/commands/postgres/home'
import { seedShipped } from '@/lib/commands/seed'
import { serve } from '@/lib/commands/serve'
import { readEnv } from '@/lib/env'
import { startMailServer } from '@/lib/testing/mail-server'
import { keysFile, lettersFile } from './e2e-keys'

// The journeys meet what a new user meets: the real launcher on an empty data directory, thrown away afterwards.
await run(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pledgebook-e2e-'))
  chmodSync(dataDir, 0o755) // the server's account must get in when root runs the tests
  const { PORT, HOST, PLEDGEBOOK_ACCESS } = process.env
  const env = readEnv({ PORT, HOST, PLEDGEBOOK_ACCESS, PLEDGEBOOK_DATA_DIR: dataDir })
  const welcome = async (address: string) => {
    const { DATABASE_URL } = process.env
    const keys = { DATABASE_URL, PLEDGEBOOK_SECRET: installationSecret(dataDir) }
    writePrivate(keysFile(env.port), JSON.stringify(keys))
    return firstRun(env, address)
  }
  const seed = () => seedShipped(env)
  const letters = lettersFile(env.port)
  writeFileSync(letters, '')
  const mail = await startMailServer(({ recipients, subject, text, headers }) =>
    appendFileSync(letters, `${JSON.stringify({ recipients, subject, text, headers })}\n`),
  )
  process.env.SMTP_URL = `smtp://127.0.0.1:${mail.port}`
  process.env.SMTP_FROM = 'Pledgebook <book@example.org>'
  try {
    await serve(env, { command: 'npm test', mode: 'production', seed, welcome })
  } finally {
    await mail.stop()
    rmSync(letters, { force: true })
    rmSync(keysFile(env.port), { force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
})
