'use client'

import type { ComponentProps, ReactNode } from 'react'
import { useEntry, useError, useFieldLabel, useText } from '@/components/entry/entry-context'
import { controlId } from '@/components/entry/state'
import { Field } from './field'

/** The most that a field keeps (lib/schemas/proposal.ts refuses more). */
export const LONGEST = 20_000

interface FieldProps {
  name: string
  label?: string
  hint?: string
  note?: ReactNode
  className?: string
}

type Plain = Pick<
  ComponentProps<'input'>,
  'inputMode' | 'dir' | 'autoComplete' | 'type' | 'placeholder'
>

/** A line of text that belongs to an entry. */
export function TextInput({ name, label, hint, note, className, ...plain }: FieldProps & Plain) {
  const { texts } = useEntry()
  const text = useText(name)
  const labelOf = useFieldLabel()
  return (
    <Field
      id={controlId(name)}
      label={label ?? labelOf(name)}
      hint={hint}
      error={useError(name)}
      note={note}
      className={className}
    >
      {(control) => (
        <input
          autoComplete="off"
          dir="auto"
          maxLength={LONGEST}
          {...plain}
          {...control}
          name={name}
          value={text}
          onChange={(event) => texts.set(name, event.target.value)}
        />
      )}
    </Field>
  )
}

/** Several lines of text that belong to an entry. */
export function TextArea({
  name,
  label,
  hint,
  note,
  className,
  rows = 3,
  longest = LONGEST,
}: FieldProps & { rows?: number; longest?: number }) {
  const { texts } = useEntry()
  const text = useText(name)
  const labelOf = useFieldLabel()
  return (
    <Field
      id={controlId(name)}
      label={label ?? labelOf(name)}
      hint={hint}
      error={useError(name)}
      note={note}
      className={className}
    >
      {(control) => (
        <textarea
          {...control}
          dir="auto"
          rows={rows}
          maxLength={longest}
          name={name}
          value={text}
          onChange={(event) => texts.set(name, event.target.value)}
        />
      )}
    </Field>
  )
}
