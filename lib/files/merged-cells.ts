import { columnOf } from './sheet-rows'
import type { Unzipped } from './unzip'
import type { SheetPart } from './workbook'

/** Cells that are merged: from one row and column to another, rows from 1 and columns from 0. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

const END_OF_ROWS = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/
const LONGEST_MARK = 100
const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g
/** Beyond this much after its rows, a sheet says nothing about its head. */
const MOST_TAIL = 8 * 1024 * 1024

// What a sheet says after its rows. They are passed over unparsed: of a long sheet that would take as long as reading it.
async function afterRows(bytes: AsyncIterable<Buffer>): Promise<string> {
  let [before, tail, found] = ['', '', false]
  for await (const chunk of bytes) {
    const text = chunk.toString('latin1') // names and addresses are ASCII
    if (found) {
      tail += text
      if (tail.length > MOST_TAIL) break
      continue
    }
    const seen = before + text
    const end = seen.includes('sheetData') ? seen.search(END_OF_ROWS) : -1
    if (end >= 0) [found, tail] = [true, seen.slice(end)]
    before = seen.slice(-LONGEST_MARK)
  }
  return tail
}

/** The merged cells of a sheet that begin in its first rows. */
export async function mergesOf(zip: Unzipped, sheet: SheetPart, rows: number): Promise<Merge[]> {
  const merges: Merge[] = []
  const tail = await afterRows(await zip.open(sheet.path))
  for (const [, from = '', top, to = '', bottom] of tail.matchAll(MERGE)) {
    const [left, right] = [columnOf(from), columnOf(to)]
    if (left === null || right === null || Number(top) > rows) continue
    merges.push({ top: Number(top), bottom: Number(bottom), left, right })
  }
  return merges
}
