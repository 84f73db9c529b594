'use client'

import { useText } from '@/components/entry/entry-context'
import { readDeadline } from '@/lib/domain/reading/deadline'
import { Reading } from './reading'
import { TextInput } from './text-input'
import { understoodDeadline } from './understood'

/** A deadline, typed as people say it: how it is read, and when it falls due. */
export function DeadlineInput(props: {
  name: string
  label?: string
  hint?: string
  className?: string
}) {
  const text = useText(props.name)
  const note = text.trim() !== '' && (
    <Reading reading={readDeadline(text)} understood={understoodDeadline} />
  )
  return <TextInput {...props} note={note} />
}
