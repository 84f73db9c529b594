import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import {
  type AttachedFile,
  BackupError,
  type BackupHeader,
  END_OF_ROWS,
  FIRST_LINE,
  type Line,
  type Manifest,
  readLine,
  type Sequence,
  type Table,
} from './backup-format'

/** A backup piece by piece, in the order of the file; the rows of a table come as whole lines of COPY's text format. */
export type Part =
  | { kind: 'header'; header: BackupHeader }
  | { kind: 'table'; table: Table }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'end'; name: string }
  | { kind: 'sequence'; sequence: Sequence }
  | { kind: 'file'; file: AttachedFile }
  | { kind: 'data'; bytes: Buffer }
  | { kind: 'manifest'; manifest: Manifest }

const LF = 0x0a
const END = Buffer.from(`${END_OF_ROWS}\n`)
const END_AFTER_ROW = Buffer.from(`\n${END_OF_ROWS}\n`)
// A comment or a list of columns; anything longer is no backup, and must not fill the memory.
const LONGEST_LINE = 1_000_000

/**
 * Reads a backup, holding every hash of its manifest to the bytes. Throws BackupError, at the latest when the last piece
 * has been read: whoever acts on the pieces must be able to undo.
 */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  try {
    yield* checked(file)
  } catch (error) {
    if (error instanceof BackupError)
      throw new BackupError(`${file} cannot be used: ${error.message}.`, { cause: error })
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^(Z_|E[A-Z])/.test(code)) throw error
    const reason = code.startsWith('Z_') ? 'it is damaged or no backup' : 'it cannot be read'
    throw new BackupError(`${file} cannot be used: ${reason} (${code}).`, { cause: error })
  }
}

/** What a backup says of itself, after every hash has been held to its bytes. Throws BackupError. */
export async function inspectBackup(
  file: string,
): Promise<{ header: BackupHeader; manifest: Manifest }> {
  let [header, manifest]: [BackupHeader | null, Manifest | null] = [null, null]
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') header = part.header
    if (part.kind === 'manifest') manifest = part.manifest
  }
  if (!header || !manifest) throw new BackupError(`${file} cannot be used: it has no header.`)
  return { header, manifest }
}

async function* checked(file: string): AsyncGenerator<Part> {
  const whole = createHash('sha256')
  const hashes = new Map<string, string>()
  let rows = createHash('sha256')
  let manifest: Manifest | null = null
  for await (const piece of pieces(file)) {
    if (manifest) throw new BackupError('it goes on after its end')
    if (piece.kind === 'rows') {
      whole.update(piece.bytes)
      rows.update(piece.bytes)
      yield piece
    } else if (piece.kind === 'end') {
      whole.update(END)
      hashes.set(piece.name, rows.digest('hex'))
      rows = createHash('sha256')
      yield piece
    } else {
      if (piece.said.kind === 'manifest') manifest = piece.said.manifest
      else whole.update(`${piece.line}\n`)
      if (piece.said.kind !== 'nothing') yield piece.said
    }
  }
  if (!manifest) throw new BackupError('its end is missing')
  const told = new Map(manifest.tables.map(({ name, sha256 }) => [name, sha256]))
  const changed = [...hashes.keys(), ...told.keys()].find(
    (name) => hashes.get(name) !== told.get(name),
  )
  if (changed !== undefined)
    throw new BackupError(`the rows of ${changed} are not those of its manifest`)
  if (whole.digest('hex') !== manifest.sha256)
    throw new BackupError('it is not what its manifest says')
}

type Piece = { kind: 'line'; line: string; said: Line } | Extract<Part, { kind: 'rows' | 'end' }>

/** Lines outside the rows of a table, and the rows in pieces that end with a line. */
async function* pieces(file: string): AsyncGenerator<Piece> {
  let table: string | null = null
  let first = true
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of unzipped(file)) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      if (table === null) {
        const end = rest.indexOf(LF)
        if (end < 0 && rest.length <= LONGEST_LINE) break
        const line = rest.toString('utf8', 0, Math.max(end, 0))
        if (end < 0 || (first && line !== FIRST_LINE))
          throw new BackupError('it is no backup of Pledgebook')
        first = false
        rest = rest.subarray(end + 1)
        const said = readLine(line)
        yield { kind: 'line', line, said }
        if (said.kind === 'table') table = said.table.name
      } else if (rest.subarray(0, END.length).equals(END)) {
        rest = rest.subarray(END.length)
        yield { kind: 'end', name: table }
        table = null
      } else {
        const last = rest.indexOf(END_AFTER_ROW)
        const end = last < 0 ? rest.lastIndexOf(LF) : last
        // The mark of the end may be cut by the chunk: a line that begins with a backslash waits.
        if (end < 0) break
        yield { kind: 'rows', bytes: rest.subarray(0, end + 1) }
        rest = rest.subarray(end + 1)
      }
    }
  }
  if (rest.length > 0 || table !== null) throw new BackupError('its end is missing')
}

async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  pipeline(createReadStream(file), gunzip, () => undefined) // an error reaches whoever reads gunzip
  yield* gunzip
}
