import { createReadStream } from 'node:fs'
import type { Dialect } from './dialect'

type Encoding = NonNullable<Dialect['encoding']>

const MARKS: readonly [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** Of text in Latin letters as UTF-16, nearly every second byte is zero. */
const ZEROS = 0.3

async function isUtf8(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(file)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false // the decoder's way of saying no
  }
}

function share(bytes: Buffer, offset: 0 | 1): number {
  let zeros = 0
  for (let i = offset; i < bytes.length; i += 2) if (bytes[i] === 0) zeros += 1
  return bytes.length < 2 ? 0 : zeros / Math.floor(bytes.length / 2)
}

/** In which character set a file is written: as its mark says, else by its zeros, else UTF-8 where it all is, else Windows-1252. `sure` unless it is a guess. */
export async function guessEncoding(
  file: string,
  head: Buffer,
): Promise<{ encoding: Encoding; sure: boolean }> {
  const marked = MARKS.find(([, mark]) => head.subarray(0, mark.length).equals(Buffer.from(mark)))
  if (marked) return { encoding: marked[0], sure: true }
  if (share(head, 1) > ZEROS) return { encoding: 'utf-16le', sure: false }
  if (share(head, 0) > ZEROS) return { encoding: 'utf-16be', sure: false }
  return (await isUtf8(file))
    ? { encoding: 'utf-8', sure: true }
    : { encoding: 'windows-1252', sure: false }
}
