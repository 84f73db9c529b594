import { createHash } from 'node:crypto'
import { pipeline, type Readable, Transform } from 'node:stream'
import { parse } from 'csv-parse'
import { unguardFormula } from '@/lib/domain/csv'
import { type FileColumn, type FileRow, holdsWords } from './table'

/** Bytes that pass by, counted and hashed. */
export interface Measured {
  bytes: number
  /** In hexadecimal digits, once all have passed. */
  sha256: string
}

/** The same bytes, and what they amount to once they have all passed; destroying either end destroys the other. */
export function measured(source: Readable): { stream: Readable; result: Measured } {
  const hash = createHash('sha256')
  const result = { bytes: 0, sha256: '' }
  const meter = new Transform({
    transform(chunk: Buffer | string, _encoding, done) {
      hash.update(chunk)
      result.bytes += Buffer.byteLength(chunk)
      done(null, chunk)
    },
    flush(done) {
      result.sha256 = hash.digest('hex')
      done()
    },
  })
  pipeline(source, meter, () => undefined) // an error reaches whoever reads the meter
  return { stream: meter, result }
}

/** The rows of a CSV file of ours as they come, words without their guard against formulas. */
export async function* readRows(
  bytes: Readable,
  columns: readonly Pick<FileColumn, 'kind'>[],
): AsyncGenerator<FileRow> {
  const parser = parse({ from_line: 2, record_delimiter: '\r\n' })
  pipeline(bytes, parser, () => undefined) // an error reaches the loop
  for await (const record of parser as AsyncIterable<string[]>)
    yield columns.map(({ kind }, index) => {
      const cell = record[index] ?? ''
      if (cell === '') return null
      return holdsWords(kind) ? unguardFormula(cell) : cell
    })
}
