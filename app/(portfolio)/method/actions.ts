'use server'

import { calculate, type Outcome } from '@/components/method/entries'

/** The calculator before JavaScript, or without it: the same calculation on the server. Stores nothing. */
export async function calculateOnServer(_: Outcome, form: FormData): Promise<Outcome> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return calculate(Object.fromEntries(texts.filter(([name]) => !name.startsWith('$'))))
}
