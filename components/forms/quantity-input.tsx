'use client'

import { useEntry, useText } from '@/components/entry/entry-context'
import { type Asked, readCount, readQuantity } from '@/lib/domain/reading/quantity'
import { Reading } from './reading'
import { TextInput } from './text-input'
import { understoodCount, understoodQuantity } from './understood'

export type Unit = 'persons' | 'money'

interface NumberProps {
  name: string
  unit: Unit
  /** The field that says the currency; without one it is that of the agreement at hand. */
  currencyField?: string
  label?: string
  hint?: string
  className?: string
}

function useAsked(unit: Unit, currencyField: string | undefined): Asked {
  const { state } = useEntry()
  const typed = useText(currencyField ?? '')
    .trim()
    .toUpperCase()
  if (unit === 'persons') return { unit: 'persons' }
  const currency = currencyField ? typed : (state.currency ?? '')
  return currency === '' ? { unit: 'money' } : { unit: 'money', currency }
}

/** A promised quantity, typed as people say it: how it is read, what counts, what will be printed. */
export function QuantityInput({ name, unit, currencyField, ...rest }: NumberProps) {
  const text = useText(name)
  const asked = useAsked(unit, currencyField)
  const note = text.trim() !== '' && (
    <Reading reading={readQuantity(text, asked)} understood={understoodQuantity} />
  )
  return <TextInput {...rest} name={name} note={note} />
}

/** A counted number, typed as people say it: a report's value, a headcount. */
export function CountInput({
  name,
  unit,
  currencyField,
  negative = false,
  ...rest
}: NumberProps & { negative?: boolean }) {
  const text = useText(name)
  const asked = useAsked(unit, currencyField)
  const note = text.trim() !== '' && (
    <Reading reading={readCount(text, asked, { negative })} understood={understoodCount} />
  )
  return <TextInput {...rest} name={name} note={note} />
}
