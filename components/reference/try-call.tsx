'use client'

import { useState } from 'react'
import { Field } from '@/components/forms/field'
import { Button } from '@/components/ui/button'
import { type Answer, type Asked, send } from './send'

export interface TryWords {
  title: string
  token: string
  tokenHint: string
  body: string
  file: string
  send: string
  sending: string
  answer: string
  failed: string
  cut: string
  script: string
}

interface TryField {
  name: string
  place: 'path' | 'query' | 'header'
  required: boolean
  value: string
}

const FILE = 'file'
const TOKEN = ' token'
const BODY = ' body'

function askedOf(form: FormData, fields: readonly TryField[]): Omit<Asked, 'method' | 'path'> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const given = (place: TryField['place']) =>
    fields
      .filter((field) => field.place === place)
      .map(({ name }): [string, string] => [name, text(name)])
      .filter(([, value]) => value !== '')
  const body = form.get(BODY)
  return {
    parts: Object.fromEntries(given('path')),
    query: given('query'),
    headers: given('header'),
    token: text(TOKEN),
    body: body === '' ? null : body,
  }
}

/** A form that makes a call from this page: with the session of whoever reads it, or with a token. */
export function TryCall({
  method,
  path,
  fields,
  body,
  words,
}: {
  method: string
  path: string
  fields: readonly TryField[]
  /** The text to begin with; `file` for a body that is a file. */
  body: string | null
  words: TryWords
}) {
  const [answer, setAnswer] = useState<Answer | 'failed' | null>(null)
  const [pending, setPending] = useState(false)
  const submit = async (form: FormData) => {
    setPending(true)
    const asked = { method, path, ...askedOf(form, fields) }
    setAnswer(await send(asked).catch(() => 'failed' as const))
    setPending(false)
  }
  return (
    <section>
      <h2 className="mb-1 text-sm font-semibold">{words.title}</h2>
      <form
        className="grid gap-3 border border-rule p-3"
        onSubmit={(event) => {
          event.preventDefault()
          void submit(new FormData(event.currentTarget))
        }}
      >
        <noscript>
          <p className="text-sm">{words.script}</p>
        </noscript>
        <div className="grid gap-3 sm:grid-cols-2">
          {fields.map(({ name, required, value }) => (
            <Field key={name} label={<bdi dir="ltr">{name}</bdi>}>
              {(control) => (
                <input
                  {...control}
                  name={name}
                  defaultValue={value}
                  required={required}
                  dir="ltr"
                  spellCheck={false}
                  autoComplete="off"
                />
              )}
            </Field>
          ))}
        </div>
        {body === FILE ? (
          <Field label={words.file}>
            {(control) => <input {...control} name={BODY} type="file" required />}
          </Field>
        ) : (
          body !== null && (
            <Field label={words.body}>
              {(control) => (
                <textarea {...control} name={BODY} rows={8} dir="ltr" defaultValue={body} />
              )}
            </Field>
          )
        )}
        <Field label={words.token} hint={words.tokenHint}>
          {(control) => (
            <input {...control} name={TOKEN} type="password" dir="ltr" autoComplete="off" />
          )}
        </Field>
        <div>
          <Button disabled={pending}>{pending ? words.sending : words.send}</Button>
        </div>
      </form>
      <div aria-live="polite" className="mt-3">
        {answer !== null && (
          <>
            <h3 className="mb-1 text-sm font-semibold">{words.answer}</h3>
            {answer === 'failed' ? (
              <p>{words.failed}</p>
            ) : (
              <Shown answer={answer} cut={words.cut} />
            )}
          </>
        )}
      </div>
    </section>
  )
}

function Shown({ answer, cut }: { answer: Answer; cut: string }) {
  return (
    <>
      <pre
        dir="ltr"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
        tabIndex={0}
        className="max-h-96 overflow-auto border border-rule bg-raised p-3 text-start text-xs"
      >
        <code>{`${answer.head}\n\n${answer.body}`}</code>
      </pre>
      {answer.cut && <p className="mt-1 text-sm text-soft">{cut}</p>}
    </>
  )
}
