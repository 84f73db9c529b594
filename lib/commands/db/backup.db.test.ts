import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachmentStore } from '@/lib/data/attachment-store'
import { inspectBackup } from '@/lib/data/backup-read'
import { writeBackup } from '@/lib/data/backup-write'
import { disconnect } from '@/lib/data/client'
import { withOneConnection } from '@/lib/data/one-connection'
import { restoreBackup, usableBackup } from '@/lib/data/restore'
import { createEmptyDatabase, createTestDatabase } from '@/lib/data/testing/database'
import { env } from '@/lib/env'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'

const directory = mkdtempSync(path.join(tmpdir(), 'pledgebook-backup-'))
const MANIFEST = '-- manifest '
const NOW = new Date('2026-11-24T10:00:00.000Z')
process.env.PLEDGEBOOK_DATA_DIR = directory
const good = path.join(directory, 'good.sql.gz')
const url = () => env().databaseUrl ?? ''

beforeAll(async () => {
  await seedPortfolio()
  await writeBackup(url(), good, NOW)
})
afterAll(async () => {
  await disconnect()
  rmSync(directory, { recursive: true })
})

async function query(database: string, sql: string): Promise<unknown[]> {
  return withOneConnection(database, async (pool) => (await pool.query(sql)).rows)
}

/** A copy of the good backup in which the text is another, packed as before. */
function forged(name: string, change: (text: string) => string): string {
  const file = path.join(directory, name)
  writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(good)).toString())))
  return file
}

/** Makes every hash of a forged file fit it again. */
function rehashed(file: string): string {
  const text = gunzipSync(readFileSync(file)).toString()
  const cut = text.lastIndexOf(MANIFEST)
  const manifest = JSON.parse(text.slice(cut + MANIFEST.length))
  for (const table of manifest.tables) {
    const [, rows = ''] =
      new RegExp(`COPY "${table.name}" [^\\n]+\\n((?:.+\\n)*?)\\\\\\.\\n`).exec(text) ?? []
    Object.assign(table, { sha256: sha256(rows), rows: rows.split('\n').length - 1 })
  }
  const whole = { ...manifest, sha256: sha256(text.slice(0, cut)) }
  writeFileSync(file, gzipSync(`${text.slice(0, cut)}${MANIFEST}${JSON.stringify(whole)}\n`))
  return file
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')

const references = (database: string) =>
  query(database, 'select reference from agreement order by 1')

test('a backup holds 93 changes and 73 agreements, only its owner reads it, and it replaces no file', async () => {
  const { header, manifest } = await inspectBackup(good)
  const rows = new Map(manifest.tables.map((table) => [table.name, table.rows]))
  expect(rows.get('change')).toBe(93)
  expect(rows.get('agreement')).toBe(73)
  expect(rows.get('target')).toBe(9)
  expect(header.head).toMatch(/^93:[0-9a-f]{64}$/)
  expect(statSync(good).mode & 0o777).toBe(0o600)
  await expect(writeBackup(url(), good, NOW)).rejects.toThrow('exists already')
  const nowhere = path.join(directory, 'none', 'x.gz')
  await expect(writeBackup(url(), nowhere, NOW)).rejects.toThrow('cannot be written')
})

test('a restored database gives the same backup again, byte for byte, and the next number of each sequence', async () => {
  const target = await createEmptyDatabase()
  await restoreBackup(target, good)
  const again = path.join(directory, 'again.sql.gz')
  await writeBackup(target, again, NOW)
  expect(gunzipSync(readFileSync(again)).equals(gunzipSync(readFileSync(good)))).toBe(true)
  const next = `select nextval('agreement_id_seq')::int as next`
  expect(await query(target, next)).toEqual([{ next: 74 }])
})

test('a restore replaces what was there', async () => {
  const target = await createTestDatabase()
  await query(
    target,
    `insert into organisation (slug, kind, name, search) values ('other', 'company', 'Other', 'other')`,
  )
  await restoreBackup(target, good)
  expect(await query(target, `select from organisation where slug = 'other'`)).toEqual([])
  expect(await references(target)).toHaveLength(73)
})

const refused: [string, () => string, RegExp][] = [
  ['no such file', () => path.join(directory, 'absent.gz'), /cannot be read \(ENOENT\)/],
  ['another kind of file', () => path.resolve('README.md'), /damaged or no backup/],
  ['another gzip', () => forged('other.gz', () => 'hello\n'), /no backup of Pledgebook/],
  ['an end that is missing', () => forged('short.gz', (t) => t.slice(0, -2_000)), /end is missing/],
  [
    'a changed figure',
    () => forged('figure.gz', (t) => t.replace('INETUM-2024', 'INETUM-2042')),
    /rows of \w+ are not those of its manifest/,
  ],
  [
    'a changed header',
    () => forged('header.gz', (t) => t.replace('"taken":"2026', '"taken":"2020')),
    /not what its manifest says/,
  ],
  [
    'a statement of somebody else',
    () => forged('drop.gz', (t) => t.replace('SET client_encoding', 'DROP TABLE change; --')),
    /a line that no backup has/,
  ],
  [
    'a newer schema',
    () =>
      rehashed(
        forged('newer.gz', (t) =>
          t.replace('_ledger_rules"', '_ledger_rules","29990101000000_later"'),
        ),
      ),
    /newer than this program \(29990101000000_later\)/,
  ],
]

test.each(refused)('%s is refused before anything is touched', async (_, file, reason) => {
  const target = await createTestDatabase()
  await expect(usableBackup(file())).rejects.toThrow(reason)
  await expect(restoreBackup(target, file())).rejects.toThrow(reason)
  expect(await query(target, 'select 1 as there from _prisma_migrations limit 1')).toEqual([
    { there: 1 },
  ])
})

test('a file whose records break a rule of the ledger changes nothing', async () => {
  const target = await createTestDatabase()
  await restoreBackup(target, good)
  const broken = forged('rule.gz', (text) => text.replace(/(COPY "change" [^\n]+\n)[^\n]+\n/, '$1'))
  await expect(restoreBackup(target, rehashed(broken))).rejects.toThrow(
    'Nothing was changed: change 2 does not follow change 0',
  )
  expect(await references(target)).toHaveLength(73)
})

test('attached files come along, and back; one that the store lost is told', async () => {
  const names = [`${'a'.repeat(32)}.pdf`, `${'b'.repeat(32)}.pdf`]
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 253))
  for (const name of names) {
    await attachmentStore().put(name, bytes)
    await query(
      url(),
      `insert into attachment values ('${name}', 'application/pdf', ${bytes.length}, decode('${sha256(bytes)}', 'hex'), 'x.pdf', 'amina', now())`,
    )
  }
  const at = (name: string) => path.join(directory, 'attachments', name)
  rmSync(at(names[1] ?? ''))
  const file = path.join(directory, 'files.sql.gz')
  const manifest = await writeBackup(url(), file, NOW)
  expect([manifest.files, manifest.missing]).toEqual([1, [names[1]]])
  rmSync(at(names[0] ?? ''))
  await restoreBackup(await createEmptyDatabase(), file)
  expect(readFileSync(at(names[0] ?? '')).equals(bytes)).toBe(true)
})
