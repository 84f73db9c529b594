import { promisify } from 'node:util'
import spectrum from 'csv-spectrum'
import { expect, test } from 'vitest'
import { readCsv } from './read-csv'

const files = await promisify(spectrum)()

// The records that the spectrum gives beside this file are not those of the file: its number was replaced in one only.
const OF_THE_FILE: Record<string, object[]> = {
  location_coordinates: [
    {
      'Contact Phone Number': '2095257564',
      'Location Coordinates': '37\uFFFD36\'37.8"N 121\uFFFD2\'17.9"W',
      Cities: 'Modesto',
      Counties: 'Stanislaus',
    },
  ],
}

test('the spectrum has twelve files', () => {
  expect(files.map(({ name }) => name)).toHaveLength(12)
})

test.each(files.map((file) => [file.name, file] as const))(
  '%s is read to the cells that its authors expect',
  (name, { csv, json }) => {
    const { read, rows, refused } = readCsv(csv)
    const expected: object[] = OF_THE_FILE[name] ?? JSON.parse(String(json))
    expect(refused).toEqual([])
    expect(rows.map(({ cells }) => cells)).toEqual(expected)
    expect(read).toBe(expected.length)
  },
)

test.each([
  ['goes on after its closing quote', 'a,b\n1,2\n"3"4,5\n'],
  ['begins with a blank', 'a,b\n1,2\n3, "4"\n'],
  ['is never closed', 'a,b\n1,2\n"3,4\n5,6\n'],
])('a quoted field that %s is refused at its line', (_, text) => {
  expect(readCsv(Buffer.from(text)).refused).toEqual([
    { line: 3, column: '', value: '', reason: { code: 'csv_quotes' } },
  ])
})

test('a quote inside a field without quotes is text', () => {
  const { rows, refused } = readCsv(Buffer.from('a,b\n12" pipe,"say ""yes"""\n'))
  expect(refused).toEqual([])
  expect(rows).toEqual([{ line: 2, cells: { a: '12" pipe', b: 'say "yes"' } }])
})
