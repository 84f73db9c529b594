import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { migrate } from '@/lib/data/migrate'
import { readEnv } from '@/lib/env'
import { addressOf } from './address'
import { benchPages } from './bench/bench-pages'
import { table } from './bench/measure'
import { ensureBuild } from './build'
import { generateClient } from './client'
import { type OpenDatabase, withDatabase } from './database'
import { Failure, run } from './failure'
import { freePort } from './postgres/port'
import { startWeb } from './web'

const AGREEMENTS = 2_000

await run(async () => {
  const agreements = AGREEMENTS * readScale(process.argv.slice(2))
  // Always a data directory of its own, thrown away: the benchmark never meets real records.
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pledgebook-bench-'))
  chmodSync(dataDir, 0o755) // the server's account must get in when root runs the benchmark
  delete process.env.DATABASE_URL
  try {
    await generateClient()
    await ensureBuild()
    const env = readEnv({ PLEDGEBOOK_DATA_DIR: dataDir, PLEDGEBOOK_PORTFOLIO: 'none' })
    await withDatabase(env, (database) => bench(database, agreements))
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

/** `--scale N`: N times 2,000 agreements. Throws Failure. */
function readScale(args: string[]): number {
  const [flag, value = '1', ...more] = args
  const wrong = (flag !== undefined && flag !== '--scale') || more.length > 0
  if (wrong || !/^[1-9]\d{0,2}$/.test(value))
    throw new Failure('Usage: npm run bench [-- --scale N], N times 2,000 agreements')
  return Number(value)
}

async function bench({ url }: OpenDatabase, agreements: number): Promise<void> {
  await migrate(url)
  console.log(`Importing ${agreements} invented agreements with two reports each …`)
  const { benchDatabase } = await import('./bench/run-bench')
  const database = await benchDatabase(agreements)
  const env = { ...readEnv({}), port: await freePort(undefined) }
  const secret = randomBytes(32).toString('hex')
  const web = await startWeb(env, 'production', { DATABASE_URL: url, PLEDGEBOOK_SECRET: secret })
  const pages = await benchPages(addressOf(env.host, env.port)).finally(() => web.stop('now'))
  const [cpu] = cpus()
  console.log(`\n${cpus().length} × ${cpu?.model.trim()}, Node ${process.versions.node}`)
  for (const line of table([...database, ...pages])) console.log(line)
}
