import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { UnreadableFile } from './dialect'

/** A workbook is this large at most once it is unpacked; what says it is larger, or grows beyond what it says, is refused. */
const MOST_UNPACKED_BYTES = 1024 * 1024 * 1024
/** Sheets shrink twenty times, monotonous ones a hundred; only what means harm shrinks more than this. Small parts may. */
const MOST_RATIO = 400
const FREE_BYTES = 20 * 1024 * 1024
const MOST_ENTRIES = 10_000
const ENCRYPTED = 1

/** The files in a zip archive. */
export interface Unzipped {
  has: (name: string) => boolean
  /** A file as a stream of bytes, no longer than the archive says. Throws UnreadableFile when there is none. */
  open: (name: string) => Promise<Readable>
  close: () => void
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}

function checked(entries: readonly Entry[]): void {
  const size = sum(entries.map(({ uncompressedSize }) => uncompressedSize))
  const packed = sum(entries.map(({ compressedSize }) => compressedSize))
  const swells = size > FREE_BYTES && size > packed * MOST_RATIO
  if (size > MOST_UNPACKED_BYTES || entries.length > MOST_ENTRIES || swells)
    throw new UnreadableFile('file_unpacks_too_large', {
      megabytes: MOST_UNPACKED_BYTES / 1024 / 1024,
    })
  if (entries.some(({ generalPurposeBitFlag }) => generalPurposeBitFlag & ENCRYPTED))
    throw new UnreadableFile('file_encrypted')
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    if (entries.length > MOST_ENTRIES) break
  }
  return entries
}

/** Opens a zip archive; nothing is unpacked before its directory has said how much that is. Throws UnreadableFile. */
export async function unzip(file: string): Promise<Unzipped> {
  const broken = (): never => {
    throw new UnreadableFile('file_broken_workbook')
  }
  const zip = await yauzl.openPromise(file, { autoClose: false }).catch(broken)
  try {
    const entries = await entriesOf(zip).catch(broken)
    checked(entries)
    const byName = new Map(entries.map((entry) => [entry.fileName, entry]))
    return {
      has: (name) => byName.has(name),
      async open(name) {
        const entry = byName.get(name)
        if (!entry) throw new UnreadableFile('file_no_workbook')
        return zip.openReadStreamPromise(entry).catch(broken)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}
