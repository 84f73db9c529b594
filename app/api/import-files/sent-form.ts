import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import Busboy, { type BusboyHeaders } from '@fastify/busboy'
import { InvalidInput } from '@/lib/errors'

/** A form whose file has begun to arrive; its fields came before it. */
export interface SentForm {
  fields: ReadonlyMap<string, string>
  fileName: string
  /** The file as it arrives: whoever reads slowly slows its sender. */
  body: Readable
}

const LONGEST_FIELD = 1_000
const MOST_FIELDS = 10

/** Reads a multipart form up to the file that it ends with. Throws InvalidInput when it is no such form. */
export function sentForm(request: Request): Promise<SentForm> {
  return new Promise((resolve, reject) => {
    const missing = () => reject(new InvalidInput([{ path: 'file', code: 'file_missing' }]))
    const type = request.headers.get('content-type') ?? ''
    if (!type.startsWith('multipart/form-data') || request.body === null) return missing()
    const headers: BusboyHeaders = { 'content-type': type }
    const limits = { fieldSize: LONGEST_FIELD, fields: MOST_FIELDS, files: 1 }
    const fields = new Map<string, string>()
    const parser = new Busboy({ headers, limits })
    parser.on('field', (name, value) => fields.set(name, value))
    parser.on('file', (_, file, fileName) => {
      const body = file.pipe(new PassThrough())
      // A sender that goes away ends the file too, not as if it were whole.
      parser.on('error', (error) => body.destroy(error instanceof Error ? error : undefined))
      resolve({ fields, fileName, body })
    })
    parser.on('finish', missing)
    parser.on('error', missing)
    const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]) // the DOM's type of the same stream
    source.on('error', (error) => parser.destroy(error))
    source.pipe(parser)
    finished(parser).catch(missing)
  })
}
