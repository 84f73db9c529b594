import { createReadStream } from 'node:fs'
import type { Dialect } from './dialect'

type Encoding = NonNullable<Dialect['encoding']>

const MARKS: readonly [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** The least share of blanks, digits and separators in any table, Arabic ones included; each has a zero byte in UTF-16. */
const LEAST_ZEROS = 0.1
/** A text with this many good characters to a bad one is UTF-8 that was damaged, and is refused where it was. */
const GOOD_TO_BAD = 4

// How many characters beyond ASCII a file holds as UTF-8, and how many bytes are part of none.
async function asUtf8(file: string): Promise<{ good: number; bad: number }> {
  const decoder = new TextDecoder('utf-8')
  let [good, bad] = [0, 0]
  const count = (text: string) => {
    for (const [character] of text.matchAll(/[\u0080-\uffff]/g))
      if (character === '\ufffd') bad += 1
      else good += 1
  }
  for await (const chunk of createReadStream(file)) count(decoder.decode(chunk, { stream: true }))
  count(decoder.decode())
  return { good, bad }
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x20 && byte < 0x7f
}

// Two ASCII bytes in a row would be Chinese in UTF-16; in other texts a zero byte is no character at all.
function wideOrder(bytes: Buffer): Encoding | null {
  let [even, odd, pairs] = [0, 0, 0]
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
    if (isPrintable(bytes[at]) && isPrintable(bytes[at + 1])) pairs += 1
  }
  const least = (bytes.length / 2) * LEAST_ZEROS
  if (pairs > least) return null
  if (odd > least && odd > even * 10) return 'utf-16le'
  return even > least && even > odd * 10 ? 'utf-16be' : null
}

/** In which character set a file is written: as its mark says, else by its zeros, else UTF-8 where it is or nearly is, else Windows-1252. `sure` unless it is a guess. */
export async function guessEncoding(
  file: string,
  head: Buffer,
): Promise<{ encoding: Encoding; sure: boolean }> {
  const marked = MARKS.find(([, mark]) => head.subarray(0, mark.length).equals(Buffer.from(mark)))
  if (marked) return { encoding: marked[0], sure: true }
  const wide = wideOrder(head)
  if (wide) return { encoding: wide, sure: false }
  const { good, bad } = await asUtf8(file)
  if (bad === 0) return { encoding: 'utf-8', sure: true }
  return { encoding: good > bad * GOOD_TO_BAD ? 'utf-8' : 'windows-1252', sure: false }
}
