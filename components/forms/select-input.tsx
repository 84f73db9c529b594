'use client'

import type { ReactNode } from 'react'
import { useEntry, useError, useFieldLabel, useText } from '@/components/entry/entry-context'
import { controlId } from '@/components/entry/state'
import { Field } from './field'

export interface Option {
  value: string
  label: string
}

/** One of several codes; `empty` is what stands there while none is chosen. */
export function SelectInput({
  name,
  label,
  hint,
  note,
  options,
  empty,
  className,
}: {
  name: string
  label?: string
  hint?: string
  note?: ReactNode
  options: readonly Option[]
  empty?: string
  className?: string
}) {
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
        <select
          {...control}
          name={name}
          value={text}
          onChange={(event) => texts.set(name, event.target.value)}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
