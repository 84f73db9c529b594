import type { Fields } from '@/lib/schemas/entry-rows'

/** What was typed and not yet saved, kept in this browser for one account and one form. */
export interface KeptCopy {
  fields: Fields
  at: number
}

/** The name under which a form's copy is kept. */
export function copyName(account: string, form: string): string {
  return `pledgebook.entry.${account}.${form}`
}

// A browser may refuse to store anything (private windows, full disks): the form works all the same.
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** The kept copy; null without one, or when it cannot be read. */
export function keptCopy(name: string): KeptCopy | null {
  const text = storage()?.getItem(name)
  if (!text) return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('fields' in value)) return null
    const { fields } = value
    const at = 'at' in value ? Number(value.at) : Number.NaN
    if (typeof fields !== 'object' || fields === null || Number.isNaN(at)) return null
    const texts = Object.entries(fields).filter(
      (one): one is [string, string] => typeof one[1] === 'string',
    )
    return { fields: Object.fromEntries(texts), at }
  } catch {
    return null // somebody else's text under our name
  }
}

/** Keeps what is typed; a browser that is full keeps the older copy. */
export function keepCopy(name: string, copy: KeptCopy): void {
  try {
    storage()?.setItem(name, JSON.stringify(copy))
  } catch {
    // The server's draft remains; the page says when that fails too.
  }
}

export function dropCopy(name: string): void {
  storage()?.removeItem(name)
}
