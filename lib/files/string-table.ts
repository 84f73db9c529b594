import type { Unzipped } from './unzip'
import { readWholeXml } from './xml-stream'

const PER_BLOCK = 4_096

/** The shared strings of a workbook, packed: a file of 100,000 rows can have millions, and as many objects cost several times their length. */
export class StringTable {
  readonly #blocks: { bytes: Buffer; ends: Uint32Array }[] = []
  #waiting: string[] = []

  add(text: string): void {
    this.#waiting.push(text)
    if (this.#waiting.length < PER_BLOCK) return
    const ends = new Uint32Array(PER_BLOCK)
    let end = 0
    for (const [index, waiting] of this.#waiting.entries()) {
      end += Buffer.byteLength(waiting)
      ends[index] = end
    }
    this.#blocks.push({ bytes: Buffer.from(this.#waiting.join('')), ends })
    this.#waiting = []
  }

  /** The string of a number; empty where the workbook has none of it. */
  at(index: number): string {
    const block = this.#blocks[Math.floor(index / PER_BLOCK)]
    const within = index % PER_BLOCK
    if (!block) return this.#waiting[index - this.#blocks.length * PER_BLOCK] ?? ''
    return block.bytes.toString('utf8', block.ends[within - 1] ?? 0, block.ends[within])
  }
}

/** Reads the shared strings of a workbook: plain or in runs of different looks, the readings beside East Asian words left out. */
export async function readStrings(zip: Unzipped, path: string): Promise<StringTable> {
  const strings = new StringTable()
  if (!zip.has(path)) return strings
  let [text, inText, inPhonetic] = ['', false, false]
  await readWholeXml(await zip.open(path), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 't') inText = true
      if (name === 'rPh') inPhonetic = true
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
      if (name === 'si') strings.add(text.toWellFormed())
    },
    text(part) {
      if (inText && !inPhonetic) text += part
    },
  })
  return strings
}
