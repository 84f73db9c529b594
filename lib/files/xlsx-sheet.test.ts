import { expect, test } from 'vitest'
import { cellXml } from './xlsx-sheet'

const textIn = (xml: string) => /<t [^>]*>(.*)<\/t>/s.exec(xml)?.[1] ?? ''

test('a text of 32,767 characters stays whole, one of 32,768 ends with an ellipsis', () => {
  expect(textIn(cellXml('A1', 'text', 'a'.repeat(32_767)))).toBe('a'.repeat(32_767))
  expect(textIn(cellXml('A1', 'text', 'a'.repeat(32_768)))).toBe(`${'a'.repeat(32_766)}…`)
})

test('no character is cut in two', () => {
  const text = `${'a'.repeat(32_765)}😀😀`
  expect(textIn(cellXml('A1', 'text', text))).toBe(`${'a'.repeat(32_765)}…`)
})

test.each([
  ['integer', '-5', '<v>-5</v>'],
  ['decimal', '-0.5', '<v>-0.5</v>'],
  ['decimal', '1234567890123456', '1234567890123456</t>'], // sixteen digits would be rounded
  ['text', '-5', 's="5" t="inlineStr"><is><t xml:space="preserve">-5</t>'],
  ['text', '=1+1', 's="5" t="inlineStr"><is><t xml:space="preserve">=1+1</t>'],
] as const)('a cell of %s with %s', (kind, value, expected) => {
  expect(cellXml('A1', kind, value)).toContain(expected)
})
