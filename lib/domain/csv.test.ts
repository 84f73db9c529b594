import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvField, guardFormula, unguardFormula } from './csv'

test.each([
  ['=1+1', "'=1+1"],
  ['+212', "'+212"],
  ['-5', "'-5"],
  ['@SUM', "'@SUM"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ["'quoted", "''quoted"],
  ['Inetum', 'Inetum'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is exported as %j', (text, guarded) => {
  expect(guardFormula(text)).toBe(guarded)
})

test('import takes off the one apostrophe that export adds, and no other', () => {
  expect(unguardFormula("'=1+1")).toBe('=1+1')
  expect(unguardFormula("''=1+1")).toBe("'=1+1")
  expect(unguardFormula("'abc")).toBe("'abc")
  expect(unguardFormula("'")).toBe("'")
})

test('any text comes back from a guarded cell', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', '\t', 'a') }))
  fc.assert(
    fc.property(text, (cell) => {
      const guarded = guardFormula(cell)
      expect(unguardFormula(guarded)).toBe(cell)
      expect(guarded).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test.each([
  ['plain', ',', 'plain'],
  ['a,b', ',', '"a,b"'],
  ['a,b', ';', 'a,b'],
  ['a;b', ';', '"a;b"'],
  ['say "yes"', ',', '"say ""yes"""'],
  ['two\r\nlines', ',', '"two\r\nlines"'],
  ['', ',', ''],
] as const)('%j with %s is the field %j', (text, delimiter, field) => {
  expect(csvField(text, delimiter)).toBe(field)
})
