import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file inside an archive; its bytes are asked for when their turn comes. */
export interface ZipEntry {
  name: string
  open: () => Promise<Readable | string> | Readable | string
}

// An archive says nothing about when it was made, so that the same records make the same bytes: the first day that a zip can hold.
const NO_DAY = new Date(1980, 0, 1)
const OPTIONS = { mtime: NO_DAY, mode: 0o100644, forceDosTimestamp: true, compress: true }

/**
 * The bytes of an archive, entry after entry as the reader takes them. Destroying the stream destroys the entry that is
 * being read; an entry that fails breaks the archive off, so that a short one is never taken for a whole one.
 */
export function zipOf(entries: readonly ZipEntry[], close: () => void = () => undefined): Readable {
  const zip = new ZipFile()
  const bytes = new PassThrough()
  let open: Readable | undefined
  const fail = (error: Error) => bytes.destroy(error)
  zip.on('error', fail)
  for (const { name, open: opened } of entries)
    zip.addReadStreamLazy(name, OPTIONS, (done) => {
      void entryStream(opened).then(
        (stream) => {
          open = stream.on('error', fail)
          if (bytes.destroyed) stream.destroy()
          done(null, stream)
        },
        (error: Error) => fail(error),
      )
    })
  zip.end()
  zip.outputStream.pipe(bytes)
  bytes.once('close', () => {
    open?.destroy()
    close()
  })
  return bytes
}

async function entryStream(opened: ZipEntry['open']): Promise<Readable> {
  const content = await opened()
  if (typeof content !== 'string') return content
  const stream = new PassThrough()
  stream.end(content)
  return stream
}
