'use client'

import { type ReactNode, useActionState } from 'react'
import { CONTROL } from '@/components/forms/field'
import { type FormAction, UNTOUCHED } from '@/components/forms/form-state'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** One question: what a name or a row means, with the likest answer first chosen. */
export interface Question {
  key: string
  /** What names the answer's field, and hidden fields that say what it is about. */
  field: string
  hidden: Record<string, string>
  about: string
  more?: string
  options: { value: string; label: string }[]
  chosen: string
}

/** Questions about names and rows that are like known ones, answered together. */
export function LikenessesForm({
  action,
  hidden,
  parts,
  submit,
}: {
  action: FormAction
  hidden: Record<string, string>
  parts: { title: string; lead: string; questions: Question[]; foot?: ReactNode }[]
  submit: string
}) {
  const [state, act, pending] = useActionState(action, UNTOUCHED)
  return (
    <form action={act} className="grid gap-8">
      {state.error && <Notice kind="danger" role="alert" title={state.error} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {parts.map(({ title, lead, questions, foot }) => (
        <fieldset key={title}>
          <legend className="text-lg font-semibold">{title}</legend>
          <p className="mt-1 mb-3 max-w-measure text-soft">{lead}</p>
          <ul className="divide-y divide-rule border-y border-rule">
            {questions.map((one) => (
              <li key={one.key} className="grid items-center gap-x-6 gap-y-1 py-2 md:grid-cols-2">
                {Object.entries(one.hidden).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <label htmlFor={one.key} className="text-sm">
                  <bdi className="font-semibold">{one.about}</bdi>
                  {one.more && <span className="text-soft"> · {one.more}</span>}
                </label>
                <select
                  id={one.key}
                  name={one.field}
                  defaultValue={state.values[one.field] ?? one.chosen}
                  className={`${CONTROL} border-rule-strong`}
                >
                  {one.options.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </li>
            ))}
          </ul>
          {foot}
        </fieldset>
      ))}
      <div>
        <Button disabled={pending}>{submit}</Button>
      </div>
    </form>
  )
}
