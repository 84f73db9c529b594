import type { Fields } from '@/lib/schemas/entry-rows'

/** The texts of a form while somebody types: one place that fields, readings and lists look at. */
export class EntryTexts {
  private readonly listeners = new Set<() => void>()

  constructor(private texts: Fields) {}

  get(name: string): string {
    return this.texts[name] ?? ''
  }

  /** The same object until something changes. */
  all = (): Fields => this.texts

  set(name: string, text: string): void {
    this.fill({ [name]: text })
  }

  fill(texts: Fields): void {
    this.replace({ ...this.texts, ...texts })
  }

  replace(texts: Fields): void {
    this.texts = texts
    for (const listener of this.listeners) listener()
  }

  /** The numbers of the rows of a list, as text so that snapshots compare. */
  rows(list: string): string {
    const numbers = Object.keys(this.texts)
      .filter((name) => name.startsWith(`${list}.`))
      .map((name) => Number(name.slice(list.length + 1).split('.')[0]))
    return [...new Set(numbers)].sort((a, b) => a - b).join(' ')
  }

  removeRow(list: string, row: number): void {
    const kept = Object.entries(this.texts).filter(([name]) => !name.startsWith(`${list}.${row}.`))
    this.replace(Object.fromEntries(kept))
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

/** The field that a new row of each list begins with. */
export const FIRST_OF_ROW: Readonly<Record<string, string>> = {
  other_companies: 'name',
  government_parties: 'name',
  signatories: 'name',
  milestones: 'on',
  relations: 'kind',
  other_sources: 'url',
  claims: 'measure',
  commitments: 'measure',
}

/** The path of the field that begins the row after the last one of a list; null for a list that has no rows. */
export function nextRow(fields: Fields, list: string): string | null {
  const first = FIRST_OF_ROW[list.split('.').at(-1) ?? '']
  const last = new EntryTexts(fields).rows(list).split(' ').at(-1)
  return first === undefined ? null : `${list}.${last ? Number(last) + 1 : 0}.${first}`
}
