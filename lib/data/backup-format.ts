import { z } from 'zod'

// A backup is a gzip of the plain script that pg_dump writes for data: nothing but gunzip and psql is needed to get at
// the records, should this program be gone. Our own lines stand in comments.
export const FIRST_LINE = '-- Pledgebook backup 1'
export const END_OF_ROWS = '\\.'
const HEADER = '-- header '
const MANIFEST = '-- manifest '
const FILE = '-- file '
const DATA = '-- data '

/** A backup that cannot be used, or a restore that was rolled back; the message is one line for a person. */
export class BackupError extends Error {}

const header = z.object({
  /** When the snapshot was taken, as an ISO instant. */
  taken: z.iso.datetime(),
  /** The migrations of its schema, oldest first. */
  migrations: z.array(z.string()).min(1),
  /** The last change in it, as `seq:hash`; null when nothing was ever recorded. */
  head: z.string().nullable(),
})

/** What a backup says of itself. */
export type BackupHeader = z.output<typeof header>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const manifest = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.number(), sha256 })),
  /** Attached files that are in it, and those that the store did not have. */
  files: z.number().default(0),
  missing: z.array(z.string()).default([]),
  /** Of every byte before the line of the manifest. */
  sha256,
})

const attachedFile = z.object({ name: z.string().regex(/^[0-9a-f]{32}\.(pdf|png|jpg)$/), sha256 })

/** An attached file in a backup; its bytes follow in lines of their own. */
export type AttachedFile = z.output<typeof attachedFile>

/** Every table with its rows and their hash, and the hash of the whole. */
export type Manifest = z.output<typeof manifest>

export interface Table {
  name: string
  columns: string[]
}

export interface Sequence {
  name: string
  value: string
  called: boolean
}

const NAME = '"[A-Za-z0-9_]+"'
const COPY_LINE = new RegExp(`^COPY (${NAME}) \\((${NAME}(?:, ${NAME})*)\\) FROM stdin;$`)
const SEQUENCE_LINE = /^SELECT pg_catalog\.setval\('"([A-Za-z0-9_]+)"', (\d+), (true|false)\);$/

const quoted = (name: string) => `"${name}"`
const bare = (name: string) => name.slice(1, -1)

/** The line before a table's rows; also the statement that takes them. */
export function copyLine({ name, columns }: Table): string {
  return `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM stdin;`
}

export function sequenceLine({ name, value, called }: Sequence): string {
  return `SELECT pg_catalog.setval('${quoted(name)}', ${value}, ${called});`
}

export function headerLine(value: BackupHeader): string {
  return `${HEADER}${JSON.stringify(value)}`
}

export function manifestLine(value: Manifest): string {
  return `${MANIFEST}${JSON.stringify(value)}`
}

export function fileLine(value: AttachedFile): string {
  return `${FILE}${JSON.stringify(value)}`
}

export function dataLine(bytes: Buffer): string {
  return `${DATA}${bytes.toString('base64')}`
}

/** What one line outside a table's rows says. */
export type Line =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; table: Table }
  | { kind: 'sequence'; sequence: Sequence }
  | { kind: 'file'; file: AttachedFile }
  | { kind: 'data'; bytes: Buffer }
  | { kind: 'manifest'; manifest: Manifest }
  | { kind: 'nothing' }

/** Reads a line. Throws BackupError for one that a backup does not have: nothing else ever reaches the database. */
export function readLine(line: string): Line {
  if (line.startsWith(HEADER))
    return { kind: 'header', header: parsed(header, line.slice(HEADER.length)) }
  if (line.startsWith(MANIFEST))
    return { kind: 'manifest', manifest: parsed(manifest, line.slice(MANIFEST.length)) }
  if (line.startsWith(FILE))
    return { kind: 'file', file: parsed(attachedFile, line.slice(FILE.length)) }
  if (line.startsWith(DATA))
    return { kind: 'data', bytes: Buffer.from(line.slice(DATA.length), 'base64') }
  if (line === '' || line.startsWith('--') || line.startsWith('SET ')) return { kind: 'nothing' }
  const [, name, columns] = COPY_LINE.exec(line) ?? []
  if (name !== undefined && columns !== undefined)
    return { kind: 'table', table: { name: bare(name), columns: columns.split(', ').map(bare) } }
  const [, sequence, value, called] = SEQUENCE_LINE.exec(line) ?? []
  if (sequence !== undefined && value !== undefined)
    return { kind: 'sequence', sequence: { name: sequence, value, called: called === 'true' } }
  throw new BackupError('it holds a line that no backup has')
}

function parsed<T>(schema: z.ZodType<T>, json: string): T {
  try {
    return schema.parse(JSON.parse(json))
  } catch (error) {
    throw new BackupError('it says of itself what no backup says', { cause: error })
  }
}
