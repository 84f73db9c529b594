import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { z } from 'zod'
import { addressOf } from '@/lib/commands/address'
import { ensureBuild } from '@/lib/commands/build'
import { startWeb } from '@/lib/commands/web'
import { readEnv } from '@/lib/env'

const MANIFEST = '.next/server/server-reference-manifest.json'
const manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
})

/** The production server on this file's database. */
export interface Built {
  origin: string
  /** Every server action of the build, as `file name`, with the id by which a request calls it. */
  ids: ReadonlyMap<string, string>
  stop: () => Promise<void>
}

/** Starts the built program, which is made first where it is not there; `more` is added to its environment. */
export async function startBuilt(more: Record<string, string>): Promise<Built> {
  await ensureBuild()
  const env = readEnv({ PORT: String(await freePort()), HOST: '127.0.0.1' })
  const web = await startWeb(env, 'production', {
    ...{ PORT: String(env.port), HOST: env.host, LOG_LEVEL: 'fatal' },
    ...more,
  })
  const { node } = manifest.parse(JSON.parse(readFileSync(MANIFEST, 'utf8')))
  const named = Object.entries(node).map(
    ([id, { filename, exportedName }]) => [`${filename} ${exportedName}`, id] as const,
  )
  return {
    origin: addressOf(env.host, env.port),
    ids: new Map(named),
    stop: () => web.stop('now'),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port is free')),
      )
    })
  })
}
