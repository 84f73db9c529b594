'use client'

import { type DragEvent, useRef, useState } from 'react'
import { CONTROL } from '@/components/forms/field'
import { Button } from '@/components/ui/button'

/** A file and what its rows are, posted as a form: also where no script runs. A file can be dropped anywhere on it. */
export function DropForm({
  action,
  kinds,
  words,
}: {
  action: string
  kinds: { value: string; label: string; hint: string }[]
  words: Record<'file' | 'hint' | 'drop' | 'kind' | 'send' | 'sending', string>
}) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (input.current && event.dataTransfer.files.length > 0)
      input.current.files = event.dataTransfer.files
  }
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      onSubmit={() => setSending(true)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className="grid max-w-3xl gap-6"
    >
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="mb-2 text-xs font-semibold text-soft">{words.kind}</legend>
        {kinds.map(({ value, label, hint }, index) => (
          <label
            key={value}
            className="flex items-start gap-3 border border-rule p-3 text-sm has-checked:border-ink hover:border-ink"
          >
            <input
              type="radio"
              name="kind"
              value={value}
              defaultChecked={index === 0}
              className="mt-1 size-4"
            />
            <span className="grid">
              <span className="font-semibold">{label}</span>
              <span className="text-soft">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div
        className={`grid gap-2 border-2 border-dashed p-5 ${over ? 'border-accent bg-sunken' : 'border-rule-strong'}`}
      >
        <label htmlFor="import-file" className="text-xs font-semibold text-soft">
          {words.file}
        </label>
        <input
          ref={input}
          id="import-file"
          type="file"
          name="file"
          required
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="import-file-hint"
          className={`${CONTROL} border-rule-strong`}
        />
        <p id="import-file-hint" className="text-xs text-faint">
          {words.drop} · {words.hint}
        </p>
      </div>
      <div>
        <Button disabled={sending}>{sending ? words.sending : words.send}</Button>
      </div>
    </form>
  )
}
