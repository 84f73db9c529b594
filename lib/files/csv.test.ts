import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { csvOf } from './csv'
import type { FileTable } from './table'

const table: FileTable = {
  columns: [
    { name: 'a', kind: 'text', label: 'Name, in full' },
    { name: 'b', kind: 'decimal', label: 'Gap' },
  ],
  rows: [
    ['=1+1', '-2.5'],
    ['two\nlines; "quoted"', null],
  ],
}

const written = async (style: Parameters<typeof csvOf>[1]) =>
  (await buffer(csvOf(table, style))).toString()

test('words are guarded, numbers are not, and what would break a line is quoted', async () => {
  expect(await written({ delimiter: ',', decimalComma: false, mark: false })).toBe(
    '"Name, in full",Gap\r\n\'=1+1,-2.5\r\n"two\nlines; ""quoted""",\r\n',
  )
})

test('French Excel gets a mark, semicolons and decimal commas', async () => {
  expect(await written({ delimiter: ';', decimalComma: true, mark: true })).toBe(
    '\uFEFFName, in full;Gap\r\n\'=1+1;-2,5\r\n"two\nlines; ""quoted""";\r\n',
  )
})
