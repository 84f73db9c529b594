'use server'

import { requireOwnOrigin } from '@/app/own-origin'
import type { Entries } from '@/components/method/entries'

/** The calculator before JavaScript, or without it: hands the entries back to the page, which computes them. Stores nothing. */
export async function keepEntries(_: Entries, form: FormData): Promise<Entries> {
  await requireOwnOrigin()
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$'))) // React's own fields
}
