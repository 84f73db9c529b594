'use client'

import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { useEntry, useError, useFieldLabel, useRows } from '@/components/entry/entry-context'
import { controlId } from '@/components/entry/state'
import { nextRow } from '@/components/entry/texts'
import { Button } from '@/components/ui/button'

/** Rows of one kind, more on request; a row in which nothing is typed is none. Without JavaScript the server adds the row. */
export function RowList({
  list,
  add,
  hint,
  columns,
  children,
}: {
  list: string
  add: string
  hint?: string
  columns: string
  children: (path: string) => ReactNode
}) {
  const t = useTranslations('entry')
  const { texts } = useEntry()
  const labelOf = useFieldLabel()
  const rows = useRows(list)
  const error = useError(list)
  const added = useRef<string | null>(null)
  useEffect(() => {
    if (added.current === null) return
    document.getElementById(controlId(added.current))?.focus()
    added.current = null
  })
  return (
    <fieldset
      id={controlId(list)}
      tabIndex={-1}
      aria-describedby={error ? `${controlId(list)}-error` : undefined}
      className={`grid gap-3 ${error ? 'border-s-4 border-danger ps-3' : ''}`}
    >
      <legend className="mb-1 text-sm font-semibold">{labelOf(list)}</legend>
      {hint && <p className="text-xs text-faint">{hint}</p>}
      {error && (
        <p id={`${controlId(list)}-error`} className="text-sm font-semibold text-danger">
          {error}
        </p>
      )}
      {rows.map((row, index) => (
        <div key={row} className="flex items-start gap-2">
          <fieldset className={`grid min-w-0 grow gap-3 ${columns}`}>
            <legend className="sr-only">{t('row', { row: index + 1 })}</legend>
            {children(`${list}.${row}`)}
          </fieldset>
          <RemoveRow
            label={t('removeRow', { list: labelOf(list), row: index + 1 })}
            list={list}
            row={row}
          />
        </div>
      ))}
      <div>
        <Button
          look="plain"
          name="intent"
          value={`more:${list}`}
          onClick={(event) => {
            event.preventDefault()
            added.current = nextRow(texts.all(), list)
            if (added.current !== null) texts.set(added.current, '')
          }}
        >
          <Plus size={16} aria-hidden="true" />
          {add}
        </Button>
      </div>
    </fieldset>
  )
}

// Without JavaScript emptying a row removes it, so the button shows only where it works.
function RemoveRow({ label, list, row }: { label: string; list: string; row: number }) {
  const { texts } = useEntry()
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      className="scripted mt-5 inline-flex min-h-10 min-w-8 items-center justify-center rounded-xs text-soft hover:text-ink"
      onClick={() => texts.removeRow(list, row)}
    >
      <X size={18} aria-hidden="true" />
    </button>
  )
}
