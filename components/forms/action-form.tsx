'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Field } from './field'
import { type FormAction, UNTOUCHED } from './form-state'
import { Revelation } from './revelation'

export interface FieldSpec {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password' | 'number' | 'checkbox'
  /** A text of several lines. */
  lines?: number
  /** A choice instead of a text. */
  options?: { value: string; label: string }[]
  value?: string
  autoComplete?: string
  inputMode?: 'numeric' | 'email' | 'text'
  /** Addresses, codes and figures run left to right in every language. */
  ltr?: boolean
}

/** A form of plain fields over a server action: works before JavaScript, keeps what was typed, says what is wrong beside each field. */
export function ActionForm({
  action,
  label,
  fields = [],
  hidden = {},
  submit,
  look = 'primary',
  inline = false,
}: {
  action: FormAction
  label?: string
  fields?: FieldSpec[]
  hidden?: Record<string, string>
  submit: string
  look?: 'primary' | 'plain'
  /** Fields in a row where there is room. */
  inline?: boolean
}) {
  const [state, act, pending] = useActionState(action, UNTOUCHED)
  return (
    <form action={act} aria-label={label} className="grid gap-5">
      {state.error && <Notice kind="danger" role="alert" title={state.error} />}
      {state.done && <Notice role="status" title={state.done} />}
      {state.revealed.length > 0 && (
        <Revelation revealed={state.revealed} picture={state.picture} />
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.length > 0 && (
        // A new answer makes new controls: React would reset the old ones to what they first held.
        <div
          key={state.turn}
          className={
            inline ? 'grid gap-5 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]' : 'grid gap-5'
          }
        >
          {fields.map((field) => (
            <FormField
              key={field.name}
              field={field}
              value={state.values[field.name]}
              error={state.errors[field.name]}
              sent={state.turn > 0 && state.done === null}
            />
          ))}
        </div>
      )}
      <div>
        <Button look={look} disabled={pending}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

function FormField({
  field,
  value,
  error,
  sent,
}: {
  field: FieldSpec
  value: string | undefined
  error: string | undefined
  /** The form came back: a box that it does not name was empty. */
  sent: boolean
}) {
  const { name, label, hint, type = 'text', lines, options, autoComplete, inputMode, ltr } = field
  const start = value ?? field.value ?? ''
  if (type === 'checkbox') {
    const checked = (sent ? value : start) === 'on'
    return (
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" name={name} defaultChecked={checked} className="size-4" />
        {label}
      </label>
    )
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) =>
        options ? (
          <select {...control} name={name} defaultValue={start}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : lines ? (
          <textarea {...control} name={name} rows={lines} defaultValue={start} dir="auto" />
        ) : (
          <input
            {...control}
            name={name}
            type={type}
            defaultValue={start}
            autoComplete={autoComplete}
            inputMode={inputMode}
            dir={ltr ? 'ltr' : undefined}
            spellCheck={false}
          />
        )
      }
    </Field>
  )
}
