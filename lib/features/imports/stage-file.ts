import 'server-only'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { transaction } from '@/lib/data/client'
import { insertChunk, insertStaged } from '@/lib/data/staged-files'
import { InvalidInput, TooLarge } from '@/lib/errors'
import { UnreadableFile } from '@/lib/files/dialect'
import type { ImportKind } from '@/lib/schemas/import'
import { MOST_STAGED_BYTES } from '@/lib/schemas/staged'
import { describeTable } from './describe-table'
import { onDisk } from './on-disk'

const CHUNK_BYTES = 1024 * 1024

/** A file as it arrives. */
export interface StageInput {
  viewer: Viewer
  kind: ImportKind
  /** What it is called where it comes from: shown, never used as a path. */
  fileName: string
  body: AsyncIterable<Uint8Array>
}

async function* upTo(maximum: number, body: AsyncIterable<Uint8Array>) {
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maximum) throw new TooLarge(maximum)
    yield chunk
  }
}

/** What a reader of files could not read, as a problem of the field that brought it. */
export function unreadable({ code, values }: UnreadableFile): InvalidInput {
  return new InvalidInput([{ path: 'file', code, ...(values && { values }) }])
}

/**
 * Keeps a CSV file or a workbook of any origin to be described and judged; returns its id. Nothing of it enters before a
 * person has seen what it would do. Throws Forbidden, TooLarge beyond 256 MB, and InvalidInput when it cannot be read.
 */
export async function stageFile({ viewer, kind, fileName, body }: StageInput): Promise<string> {
  authorise(viewer, 'proposal.create')
  return onDisk(upTo(MOST_STAGED_BYTES, body), async (file) => {
    const described = await describeTable(file, kind, null).catch((error: unknown) => {
      throw error instanceof UnreadableFile ? unreadable(error) : error
    })
    const { size } = await stat(file)
    return transaction(async (tx) => {
      const id = await insertStaged(tx, {
        ...{ author: viewer.name, kind, fileName, size, ...described },
      })
      let part = 0
      for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
        await insertChunk(tx, id, part, chunk)
        part += 1
      }
      return id
    })
  })
}
