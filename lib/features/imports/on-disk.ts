import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Runs `work` on a file of these bytes, which is gone afterwards: readers of workbooks go to and fro in it. */
export async function onDisk<T>(
  bytes: AsyncIterable<Uint8Array>,
  work: (file: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(path.join(tmpdir(), 'pledgebook-file-'))
  try {
    const file = path.join(directory, 'file')
    await pipeline(Readable.from(bytes), createWriteStream(file, { mode: 0o600 }))
    return await work(file)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
