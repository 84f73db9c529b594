import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { env } from '@/lib/env'
import { inBucket } from './s3-store'

/** Where uploaded files lie, by name: a directory, or anything that can put and open. */
export interface AttachmentStore {
  /** Keeps a file whole or not at all. */
  put: (name: string, bytes: Buffer) => Promise<void>
  /** The bytes of a file as a stream; null when it is not there. */
  open: (name: string) => Promise<Readable | null>
}

function inDirectory(directory: string): AttachmentStore {
  const at = (name: string) => path.join(directory, name)
  return {
    async put(name, bytes) {
      await mkdir(directory, { recursive: true })
      const part = at(`${name}.part`)
      try {
        await writeFile(part, bytes, { flag: 'wx', mode: 0o600, flush: true })
        await rename(part, at(name))
      } finally {
        await rm(part, { force: true })
      }
    },
    async open(name) {
      const found = await stat(at(name)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      })
      return found && createReadStream(at(name))
    },
  }
}

/** The store of this installation: the bucket of S3_URL, else `attachments` in the data directory. */
export function attachmentStore(): AttachmentStore {
  const { s3Url, dataDir } = env()
  return s3Url === undefined ? inDirectory(path.join(dataDir, 'attachments')) : inBucket(s3Url)
}
