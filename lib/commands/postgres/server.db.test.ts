import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { serverVersion } from '@/lib/data/administration'
import { postmasterOf } from './postmaster'
import { type EmbeddedServer, startEmbedded } from './server'

const directories: string[] = []
const servers: EmbeddedServer[] = []

async function start(directory: string): Promise<EmbeddedServer> {
  const server = await startEmbedded(directory, { fsync: 'off' })
  servers.push(server)
  return server
}

function freshDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'pledgebook-server-'))
  chmodSync(directory, 0o755)
  directories.push(directory)
  return directory
}

function pidOf(server: EmbeddedServer): number {
  return postmasterOf(server.cluster)?.pid ?? Number.NaN
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true })
})

test('two data directories have two servers, each reachable with its own password only', async () => {
  const [one, two] = [await start(freshDirectory()), await start(freshDirectory())]
  expect((await serverVersion(one.url)).number).toBeGreaterThanOrEqual(180_000)
  const crossed = new URL(two.url)
  crossed.password = new URL(one.url).password
  expect(new URL(one.url).port).not.toBe(crossed.port)
  await expect(serverVersion(crossed.href)).rejects.toThrow('password')
})

test('the password is kept from other users and the port is the same after a restart', async () => {
  const directory = freshDirectory()
  const first = await start(directory)
  await first.stop()
  expect(postmasterOf(first.cluster)).toBeNull()
  expect(statSync(path.join(directory, 'postgres.json')).mode & 0o777).toBe(0o600)
  expect((await start(directory)).url).toBe(first.url)
})

test('a server left running is adopted', async () => {
  const directory = freshDirectory()
  const left = await start(directory)
  const pid = pidOf(left)
  expect(pidOf(await start(directory))).toBe(pid)
})

test('a pid file whose number another program has now does not keep the server down', async () => {
  const directory = freshDirectory()
  const first = await start(directory)
  await first.stop()
  const file = path.join(first.cluster, 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${first.cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`)
  const second = await start(directory)
  expect(await serverVersion(second.url)).toBeDefined()
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${pidOf(second)}\n`))
})

test('a server that is killed comes back on the same address', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const server = await start(freshDirectory())
  const killed = pidOf(server)
  process.kill(killed, 'SIGKILL')
  await vi.waitFor(
    () => expect(postmasterOf(server.cluster)?.pid ?? killed).not.toBe(killed),
    30_000,
  )
  await vi.waitFor(() => serverVersion(server.url), 30_000)
  expect(warn).toHaveBeenCalledWith('The embedded database has gone; starting it again.')
})

test('a data directory that cannot be written is named in one line', async () => {
  const file = path.join(freshDirectory(), 'taken')
  writeFileSync(file, '')
  await expect(startEmbedded(path.join(file, 'data'))).rejects.toThrow(
    /^\S+data cannot be written; set PLEDGEBOOK_DATA_DIR to a directory of your own\.$/,
  )
})
