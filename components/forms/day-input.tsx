'use client'

import { useText } from '@/components/entry/entry-context'
import { readDay } from '@/lib/domain/reading/deadline'
import { Reading } from './reading'
import { TextInput } from './text-input'
import { understoodDay } from './understood'

/** A date of any precision, typed as people say it: how it is read. */
export function DayInput(props: {
  name: string
  label?: string
  hint?: string
  className?: string
}) {
  const text = useText(props.name)
  const note = text.trim() !== '' && <Reading reading={readDay(text)} understood={understoodDay} />
  return <TextInput {...props} note={note} />
}
