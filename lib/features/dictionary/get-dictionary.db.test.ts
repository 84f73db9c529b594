import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import en from '@/lib/messages/en.json'
import { type Dictionary, getDictionary } from './get-dictionary'

interface Lines {
  tables: Record<string, string>
  fields: Record<string, string>
  fieldsOf: Record<string, Record<string, string>>
}
const lines: Lines = en.data

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await getDictionary(visitor('public'))
})
afterAll(disconnect)

/** Tables and files by name, with the names of their columns. */
function owners(): Map<string, string[]> {
  const names = (columns: { name: string }[]) => columns.map(({ name }) => name)
  return new Map([
    ...dictionary.tables.map(({ name, columns }) => [name, names(columns)] as const),
    ...dictionary.files.map(
      ({ file, columns, importOnly }) => [file, names([...columns, ...importOnly])] as const,
    ),
  ])
}

describe('the dictionary', () => {
  it('finds the eighteen tables of the ledger, in the order of their creation', () => {
    const names = dictionary.tables.map(({ name }) => name)
    expect(names.slice(0, 4)).toEqual(['change', 'organisation', 'person', 'agreement'])
    expect(names).toHaveLength(18)
  })

  it('has a line for every table and for no other', () => {
    const names = dictionary.tables.map(({ name }) => name)
    expect(Object.keys(lines.tables).sort()).toEqual(names.sort())
  })

  it('has a line for every column of every table and file', () => {
    const silent = [...owners()].flatMap(([owner, columns]) =>
      columns
        .filter((name) => !(lines.fieldsOf[owner]?.[name] ?? lines.fields[name]))
        .map((name) => `${owner}.${name}`),
    )
    expect(silent).toEqual([])
  })

  it('keeps no line of a column that is gone', () => {
    const all = new Set([...owners().values()].flat())
    expect(Object.keys(lines.fields).filter((name) => !all.has(name))).toEqual([])
    const stale = Object.entries(lines.fieldsOf).flatMap(([owner, own]) =>
      Object.keys(own)
        .filter((name) => !owners().get(owner)?.includes(name))
        .map((name) => `${owner}.${name}`),
    )
    expect(stale).toEqual([])
  })

  it('gives agreements.csv the 49 columns of the contract, and the import shape its own', () => {
    const file = dictionary.files.find((one) => one.file === 'agreements')
    const names = file?.columns.map(({ name }) => name) ?? []
    expect([names[0], names.at(-1), names.length]).toEqual(['reference', 'updated_at', 49])
    expect(file?.importOnly.map(({ name }) => name)).toContain('jobs_as_stated')
  })
})
