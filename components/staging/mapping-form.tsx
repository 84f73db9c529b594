'use client'

import { useActionState, useState } from 'react'
import { CONTROL, Field } from '@/components/forms/field'
import { type FormAction, UNTOUCHED } from '@/components/forms/form-state'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'

/** One of our columns: where it comes from, and the texts that it may have. */
export interface MappedColumn {
  column: string
  label: string
  required: boolean
  hint?: string
  from: string
  constant: string
  /** Words of a code list, offered while a constant is typed. */
  words: string[]
}

interface Words {
  from: string
  none: string
  constant: string
  example: string
  required: string
  more: string
  keepAs: string
  check: string
}

/** Which column of a file is which of ours, or one text for all rows; what was chosen comes back when something is wrong. */
export function MappingForm({
  action,
  hidden,
  columns,
  heads,
  words,
}: {
  action: FormAction
  hidden: Record<string, string>
  columns: MappedColumn[]
  heads: { name: string; example: string }[]
  words: Words
}) {
  const [state, act, pending] = useActionState(action, UNTOUCHED)
  const said = ({ from, constant }: MappedColumn) => from !== '' || constant !== ''
  const row = (column: MappedColumn) => (
    <MappingRow
      key={column.column}
      column={column}
      heads={heads}
      words={words}
      values={state.values}
      error={state.errors[`from.${column.column}`]}
    />
  )
  const shown = columns.filter((column) => column.required || said(column))
  const more = columns.filter((column) => !shown.includes(column))
  return (
    <form action={act} className="grid gap-8">
      {state.error && <Notice kind="danger" role="alert" title={state.error} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div key={state.turn} className="grid gap-8">
        <div className="divide-y divide-rule border-y border-rule">
          <div
            aria-hidden="true"
            className="hidden gap-x-6 py-2 text-xs font-semibold text-soft md:grid md:grid-cols-[14rem_1fr_1fr]"
          >
            <span />
            <span>{words.from}</span>
            <span>{words.constant}</span>
          </div>
          {shown.map(row)}
        </div>
        {more.length > 0 && (
          <Disclosure summary={words.more}>
            <div className="divide-y divide-rule border-y border-rule">{more.map(row)}</div>
          </Disclosure>
        )}
        <div className="max-w-md">
          <Field label={words.keepAs} error={state.errors.name}>
            {(control) => (
              <input
                {...control}
                name="name"
                autoComplete="off"
                defaultValue={state.values.name ?? ''}
                dir="auto"
              />
            )}
          </Field>
        </div>
      </div>
      <div>
        <Button disabled={pending}>{words.check}</Button>
      </div>
    </form>
  )
}

function MappingRow({
  column: { column, label, required, hint, from, constant, words: codes },
  heads,
  words,
  values,
  error,
}: {
  column: MappedColumn
  heads: { name: string; example: string }[]
  words: Words
  values: Record<string, string>
  error: string | undefined
}) {
  const [chosen, setChosen] = useState(values[`from.${column}`] ?? from)
  const example = heads.find(({ name }) => name === chosen)?.example ?? ''
  return (
    <div className="grid items-start gap-x-6 gap-y-2 py-3 md:grid-cols-[14rem_1fr_1fr]">
      <p className="text-sm md:pt-2">
        <span className="font-semibold">{label}</span>
        {required && <span className="text-xs text-soft"> · {words.required}</span>}
        {hint && <span className="block text-xs text-soft">{hint}</span>}
      </p>
      <div className="grid min-w-0 gap-1">
        <label htmlFor={`from-${column}`} className="text-xs font-semibold text-soft md:sr-only">
          <span className="sr-only">{label}: </span>
          {words.from}
        </label>
        {error && (
          <p id={`from-${column}-error`} className="text-sm font-semibold text-danger">
            {error}
          </p>
        )}
        <select
          id={`from-${column}`}
          name={`from.${column}`}
          // React resets a form once it is sent: what is controlled would lose its choice.
          defaultValue={values[`from.${column}`] ?? from}
          onChange={(event) => setChosen(event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `from-${column}-error` : undefined}
          className={`${CONTROL} ${error ? 'border-danger' : 'border-rule-strong'}`}
        >
          <option value="">{words.none}</option>
          {heads.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        {example && (
          <p className="truncate text-xs text-soft">
            {words.example} <bdi className="text-ink">{example}</bdi>
          </p>
        )}
      </div>
      <div className="grid min-w-0 gap-1">
        <label
          htmlFor={`constant-${column}`}
          className="text-xs font-semibold text-soft md:sr-only"
        >
          <span className="sr-only">{label}: </span>
          {words.constant}
        </label>
        <input
          id={`constant-${column}`}
          name={`constant.${column}`}
          list={codes.length > 0 ? `codes-${column}` : undefined}
          defaultValue={values[`constant.${column}`] ?? constant}
          autoComplete="off"
          dir="auto"
          className={`${CONTROL} border-rule-strong ${chosen === '' ? '' : 'opacity-60'}`}
        />
        {codes.length > 0 && (
          <datalist id={`codes-${column}`}>
            {codes.map((code) => (
              <option key={code} value={code} />
            ))}
          </datalist>
        )}
      </div>
    </div>
  )
}
