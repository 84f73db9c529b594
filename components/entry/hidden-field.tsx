'use client'

import { useText } from './entry-context'

/** A field that the form's address decides. */
export function HiddenField({ name }: { name: string }) {
  return <input type="hidden" name={name} value={useText(name)} />
}
