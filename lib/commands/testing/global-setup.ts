import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { Failure } from '@/lib/commands/failure'
import { startEmbedded } from '@/lib/commands/postgres/server'
import { createDatabase, dropDatabases } from '@/lib/data/administration'
import { migrate } from '@/lib/data/migrate'
import { isLoopback, readEnv } from '@/lib/env'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
    databaseTemplate: string
  }
}

/**
 * Gives the database tests a server and a migrated template: an embedded PostgreSQL in a temporary directory, or the
 * local server of PLEDGEBOOK_TEST_DATABASE_URL. Takes both away again.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { testDatabaseUrl } = readEnv()
  const server = testDatabaseUrl === undefined ? await embedded() : given(testDatabaseUrl)
  const template = `pb_test_${process.pid}`
  try {
    await migrate(await createDatabase(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('databaseServer', server.url)
  project.provide('databaseTemplate', template)
  return async () => {
    await dropDatabases(server.url, template)
    await server.stop()
  }
}

async function embedded() {
  const directory = mkdtempSync(path.join(tmpdir(), 'pledgebook-test-'))
  chmodSync(directory, 0o755) // the server's account must get in when root runs the tests
  // These data are thrown away: nothing is gained by waiting for the disk.
  const server = await startEmbedded(directory, { fsync: 'off', full_page_writes: 'off' })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function given(url: string) {
  const { hostname } = new URL(url)
  if (hostname !== '' && !isLoopback(hostname))
    throw new Failure('PLEDGEBOOK_TEST_DATABASE_URL must be a server of this machine.')
  return { url, stop: async () => undefined }
}
