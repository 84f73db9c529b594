import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { unguardFormula } from '@/lib/domain/csv'
import { type Dialect, UnreadableFile } from './dialect'
import type { TableRow } from './sheet-rows'

type Text = Pick<Dialect, 'encoding' | 'delimiter'>

const BREAK = /\r\n|\n|\r/g
const MOST_RECORD_CHARACTERS = 4 * 1024 * 1024

interface Counted {
  record: string[]
  info: { bytes: number }
}

/** Where the lines of a text begin, as far as it was read; a CR LF may lie on two pieces. */
class Lines {
  readonly #starts = [0]
  #length = 0
  #afterCr = false

  add(bytes: Buffer): void {
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i]
      if (byte !== 10 && byte !== 13) {
        this.#afterCr = false
        continue
      }
      const end = this.#length + i + 1
      if (byte === 10 && this.#afterCr) this.#starts[this.#starts.length - 1] = end
      else this.#starts.push(end)
      this.#afterCr = byte === 13
    }
    this.#length += bytes.length
  }

  /** The line, from 1, on which an offset lies. */
  at(offset: number): number {
    let [low, high] = [0, this.#starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

// A piece may begin within a character, which is then no fault.
function breaksBeforeBad(piece: Buffer, encoding: string, within: boolean): number {
  const text = new TextDecoder(encoding).decode(piece)
  const from = within ? (/^\ufffd{0,3}/.exec(text)?.[0].length ?? 0) : 0
  return text.slice(0, Math.max(text.indexOf('\ufffd', from), 0)).match(BREAK)?.length ?? 0
}

async function* decoded(file: string, { encoding }: Text): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding ?? 'utf-8', { fatal: true })
  let line = 1
  const decode = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      const at = line + breaksBeforeBad(chunk ?? Buffer.alloc(0), encoding ?? 'utf-8', line > 1)
      throw new UnreadableFile('file_wrong_encoding', { encoding: encoding ?? 'utf-8', line: at })
    }
  }
  const checked = (text: string) => {
    const nul = text.indexOf('\0')
    const breaks = (nul < 0 ? text : text.slice(0, nul)).match(BREAK)?.length ?? 0
    if (nul >= 0) throw new UnreadableFile('file_nul', { line: line + breaks })
    line += breaks
    return text
  }
  for await (const chunk of createReadStream(file)) yield checked(decode(chunk))
  yield checked(decode())
}

/** The records of a text in their order; blank lines are none. Throws UnreadableFile where its characters or quotes cannot be read. */
export async function* csvRows(file: string, text: Text): AsyncGenerator<TableRow> {
  const lines = new Lines()
  async function* counted() {
    for await (const piece of decoded(file, text)) {
      const bytes = Buffer.from(piece)
      lines.add(bytes)
      yield bytes
    }
  }
  const parser = parse({
    delimiter: text.delimiter ?? ',',
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_RECORD_CHARACTERS,
    info: true,
  })
  let failure: unknown
  // Whatever ends it comes out of the parser; pipeline tears the rest down.
  pipeline(counted, parser, (error) => {
    failure = error
  })
  let from = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<Counted>) {
      const line = lines.at(from)
      from = info.bytes
      if (record.some((field) => field.trim() !== ''))
        yield { line, fields: record.map(unguardFormula) }
    }
  } catch (error) {
    const cause = failure ?? error
    if (cause instanceof CsvError) throw new UnreadableFile('file_quotes', { line: lines.at(from) })
    throw cause
  } finally {
    parser.destroy()
  }
}
