import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { inflateRawSync } from 'node:zlib'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { openArchive } from '@/lib/features/exports/open-archive'
import { openFile } from '@/lib/features/exports/open-file'
import { openWorkbook } from '@/lib/features/exports/open-workbook'
import { importFile } from '@/lib/features/imports/import-file'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { parseFilters } from '@/lib/schemas/filters'

const NASTY = [
  'reference,title,type,binding,company,sector,region,jobs_measure,jobs_scope,jobs,jobs_missing,amount,amount_missing,signed_on,summary,source_url',
  `NASTY-1,"=HYPERLINK(""http://x"")",other,unknown,"@Company & <Sons> _x0041_",other,MA,net_new_jobs,direct,100,,,not_applicable,2020-01-01,x,https://example.org/a`,
].join('\n')

beforeAll(async () => {
  await seedPortfolio()
  const file = Buffer.from(NASTY)
  const viewer = terminal()
  await importFile({ viewer, kind: 'agreements', file, dryRun: false, clock: Date.now })
})
afterAll(disconnect)

const filters = (query: string) => parseFilters(new URLSearchParams(query), 'file')

async function bytesOf({ stream }: { stream: Readable }): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const csv = async (query: string) =>
  bytesOf(await openFile(visitor('public'), 'agreements', filters(query)))
const workbook = async (query: string) =>
  bytesOf(await openWorkbook(visitor('public'), 'agreements', filters(query)))

/** The files of an archive by name, as its central directory lists them. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = archive.readUInt32LE(end + 16)
  const files = new Map<string, Buffer>()
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameSize, extra, comment] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    )
    const name = archive.toString('utf8', at + 46, at + 46 + (nameSize ?? 0))
    const local = archive.readUInt32LE(at + 42)
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    files.set(name, inflateRawSync(archive.subarray(from, from + archive.readUInt32LE(at + 20))))
    at += 46 + (nameSize ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

describe('a workbook', () => {
  test('holds numbers, days and words under heads of the language', async () => {
    const [sheet, about] = await readWorkbook(
      await workbook('company=alten&asOf=2026-11-23&lang=fr'),
    )
    const cell = (head: string) => sheet?.data[1]?.[sheet.data[0]?.indexOf(head) ?? -1]
    expect([sheet?.sheet, about?.sheet]).toEqual(['Conventions', 'À propos'])
    expect(cell('Emplois promis')).toBe(1000)
    expect(cell('Avancement, %')).toBe(100)
    expect(cell('Statut')).toBe('MET')
    expect(cell('État au')).toEqual(new Date('2026-11-23'))
    expect(Object.fromEntries(about?.data ?? [])).toMatchObject({
      Filtres: 'company=alten&asOf=2026-11-23',
      Lignes: '1',
      Méthode: 'm1',
    })
  })

  test('its second sheet gives the hash of the CSV file with the same address', async () => {
    const [, about] = await readWorkbook(await workbook('asOf=2026-11-23'))
    const hash = createHash('sha256')
      .update(await csv('asOf=2026-11-23'))
      .digest('hex')
    expect(about?.data.map(([, value]) => value)).toContain(hash)
    expect(about?.data.map(([, value]) => value)).toContain('74')
  })

  test('keeps what looks like a formula, a mark-up or an escape a text', async () => {
    const bytes = await workbook('q=NASTY')
    const [sheet] = await readWorkbook(bytes)
    expect(sheet?.data[1]).toContain('=HYPERLINK("http://x")')
    const xml = String(unzip(bytes).get('xl/worksheets/sheet1.xml'))
    expect(xml).toContain('@Company &amp; &lt;Sons&gt; _x005F_x0041_')
    expect(xml).not.toContain('<f>')
  })

  test('reads from the right in Arabic, keeps its head in sight and filters its columns', async () => {
    const sheet = String(
      unzip(await workbook('company=alten&lang=ar')).get('xl/worksheets/sheet1.xml'),
    )
    expect(sheet).toContain('rightToLeft="1"')
    expect(sheet).toContain('state="frozen"')
    expect(sheet).toContain('<autoFilter ref="A1:AW2"/>')
  })

  test('says on its second sheet how many cells hold only the beginning of a text', async () => {
    const names = Array.from({ length: 90 }, (_, index) => `${index} ${'n'.repeat(400)}`)
    const file = Buffer.from(
      NASTY.replace('signed_on,', 'signed_on,government_parties,')
        .replace('2020-01-01,', `2020-01-01,${names.join(';')},`)
        .replace('NASTY-1', 'LONG-1'),
    )
    const viewer = terminal()
    const { refused } = await importFile({
      ...{ viewer, kind: 'agreements', file, dryRun: false, clock: Date.now },
    })
    expect(refused).toEqual([])
    const [sheet, about] = await readWorkbook(await workbook('q=NNNN'))
    const cell = String(sheet?.data[1]?.find((value) => String(value).startsWith('0 nnn')))
    expect(cell).toHaveLength(32_767)
    expect(cell.endsWith('…')).toBe(true)
    expect(Object.fromEntries(about?.data ?? [])).toMatchObject({
      'Shortened cells':
        '1 cell holds the beginning of a text only, ended by …: a cell takes 32,767 characters. The CSV file has the whole text.',
    })
    expect(String(await csv('q=NNNN'))).toContain(names.join(';'))
    const [, others] = await readWorkbook(await workbook('company=alten'))
    expect(Object.fromEntries(others?.data ?? [])).not.toHaveProperty('Shortened cells')
  })

  test('is the same bytes every time', async () => {
    expect(await workbook('asOf=2026-11-23')).toEqual(await workbook('asOf=2026-11-23'))
  })
})

describe('the archive', () => {
  const archive = async (query: string) =>
    bytesOf(await openArchive(visitor('public'), filters(query)))

  test('holds every file as it is downloaded alone, and says so with its size and hash', async () => {
    const files = unzip(await archive('asOf=2026-11-23'))
    expect(files.get('agreements.csv')).toEqual(await csv('asOf=2026-11-23'))
    const { resources } = JSON.parse(String(files.get('datapackage.json')))
    expect(resources.map(({ name }: { name: string }) => name)).toEqual([
      'agreements',
      'reports',
      'commitments',
      'amendments',
      'events',
      'signatories',
      'targets',
    ])
    for (const { path, bytes, hash } of resources) {
      const file = files.get(path) ?? Buffer.of()
      const sha256 = createHash('sha256').update(file).digest('hex')
      expect([path, file.length, `sha256:${sha256}`]).toEqual([path, bytes, hash])
    }
    const metadata = JSON.parse(String(files.get('targets.csv-metadata.json')))
    expect([metadata.url, metadata.notes[0].rowCount]).toEqual(['targets.csv', 9])
    expect(String(files.get('README.ar.md'))).toContain('كيف تُقرأ')
    expect(String(files.get('README.fr.md'))).toContain('État au 2026-11-23')
  })

  test('is the same bytes every time', async () => {
    expect(await archive('asOf=2026-11-23')).toEqual(await archive('asOf=2026-11-23'))
  })
})

async function busy(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and (query like 'copy (%' or state like 'idle in transaction%')`,
  )
  return rows[0]?.n ?? -1
}

test('a client that leaves a workbook or an archive frees its connection', async () => {
  for (let left = 0; left < 8; left++)
    for (const { stream } of [
      await openWorkbook(visitor('public'), 'agreements', filters('')),
      await openArchive(visitor('public'), filters('')),
    ]) {
      if (left % 2 === 0) await new Promise((resolve) => stream.once('readable', resolve))
      stream.destroy()
    }
  // More files than the pool has connections were left, yet another one opens at once.
  expect((await workbook('company=alten')).length).toBeGreaterThan(1000)
  await expect.poll(busy).toBe(0)
})
