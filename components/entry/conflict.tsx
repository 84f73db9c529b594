'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useEntry, useFieldLabel } from './entry-context'

/** Two people saved: both versions field by field. What only one of them changed is chosen already; nothing is lost either way. */
export function ConflictPanel() {
  const t = useTranslations('entry')
  const { state, texts, request } = useEntry()
  const labelOf = useFieldLabel()
  if (state.theirs === null) return null
  const { theirs, base } = state
  const mine = texts.all()
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs.fields)])]
  const differing = names.filter((name) => (mine[name] ?? '') !== (theirs.fields[name] ?? ''))
  return (
    <section
      aria-labelledby="conflict-title"
      className="grid gap-4 border-2 border-ink bg-warning-wash p-4"
    >
      <h2 id="conflict-title" tabIndex={-1} className="text-lg">
        {t('conflictTitle')}
      </h2>
      <p className="max-w-measure text-sm">{t('conflictText')}</p>
      {differing.map((name) => (
        <Choice
          key={name}
          name={name}
          label={labelOf(name)}
          mine={mine[name] ?? ''}
          theirs={theirs.fields[name] ?? ''}
          mineUntouched={(mine[name] ?? '') === (base[name] ?? '')}
        />
      ))}
      <div>
        <Button
          name="intent"
          value="resolve"
          onClick={(event) => {
            event.preventDefault()
            request('resolve')
          }}
        >
          {t('conflictSave')}
        </Button>
      </div>
    </section>
  )
}

function Choice({
  name,
  label,
  mine,
  theirs,
  mineUntouched,
}: {
  name: string
  label: string
  mine: string
  theirs: string
  mineUntouched: boolean
}) {
  const t = useTranslations('entry')
  const options = [
    { value: 'mine', title: t('conflictMine'), text: mine, chosen: !mineUntouched },
    { value: 'theirs', title: t('conflictTheirs'), text: theirs, chosen: mineUntouched },
  ]
  return (
    <fieldset className="grid gap-2 border-t border-rule pt-3">
      <legend className="float-start text-sm font-semibold">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map(({ value, title, text, chosen }) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-2 rounded-xs border border-rule-strong bg-raised p-3 text-sm has-checked:border-accent"
          >
            <input
              type="radio"
              name={`choose.${name}`}
              value={value}
              defaultChecked={chosen}
              className="mt-1"
            />
            <span className="min-w-0">
              <span className="block text-xs text-soft">{title}</span>
              <bdi className="break-words">{text === '' ? t('conflictEmpty') : text}</bdi>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
