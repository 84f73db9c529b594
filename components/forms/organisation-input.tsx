'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useEntry, useError, useFieldLabel, useText } from '@/components/entry/entry-context'
import type { FoundOrganisation } from '@/components/entry/organisation'
import { controlId } from '@/components/entry/state'
import { Field } from './field'
import { LONGEST } from './text-input'

const ASK_AFTER_MS = 180

/**
 * A company or public body by name. Searched while typed, whatever the accents and the script; a name that the book does
 * not know is created with the entry. Plain text where there is no JavaScript.
 */
export function OrganisationInput({
  name,
  kind,
  label,
  hint,
}: {
  name: string
  kind: 'company' | 'government'
  label?: string
  hint?: string
}) {
  const t = useTranslations('entry')
  const { texts } = useEntry()
  const labelOf = useFieldLabel()
  const text = useText(name)
  const { found, asked } = useFound(text, kind)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const id = controlId(name)
  const listId = `${id}-list`
  const shown = open && found.length > 0
  const known = found.some((one) => one.name === text.trim())

  const choose = (organisation: FoundOrganisation) => {
    texts.set(name, organisation.name)
    setOpen(false)
    setActive(-1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      const count = found.length + 1 // one place more: back in the text
      setActive((before) => ((before + 1 + step + count) % count) - 1)
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault()
      const chosen = found[active]
      if (chosen) choose(chosen)
      else setOpen(false)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      setOpen(false)
    }
  }
  return (
    <Field
      id={id}
      label={label ?? labelOf(name)}
      hint={hint}
      error={useError(name)}
      note={
        asked &&
        text.trim() !== '' &&
        !known && <NewName text={text} near={open ? [] : found} choose={choose} />
      }
    >
      {(control) => (
        <div className="relative">
          <input
            {...control}
            role="combobox"
            autoComplete="off"
            dir="auto"
            maxLength={LONGEST}
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={shown ? listId : undefined}
            aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
            name={name}
            value={text}
            onChange={(event) => {
              texts.set(name, event.target.value)
              setOpen(true)
              setActive(-1)
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
          {shown && (
            <div
              id={listId}
              role="listbox"
              aria-label={label ?? labelOf(name)}
              className="absolute inset-x-0 z-20 mt-1 max-h-72 overflow-y-auto rounded-xs border border-rule-strong bg-raised shadow-lg"
            >
              {found.map((organisation, index) => (
                // The text keeps the focus, as a combobox wants it; the arrows move through the options.
                <div
                  key={organisation.slug}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  className={`flex min-h-10 cursor-pointer flex-wrap items-baseline gap-x-2 px-3 py-1.5 text-sm ${index === active ? 'bg-accent-wash' : ''}`}
                  onMouseDown={(event) => {
                    event.preventDefault()
                    choose(organisation)
                  }}
                  onMouseEnter={() => setActive(index)}
                >
                  <bdi className="font-semibold">{organisation.name}</bdi>
                  {organisation.group && (
                    <span className="text-xs text-soft">{t('organisationGroup')}</span>
                  )}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  )
}

/** A name that the book does not know: it will be created, unless one of the near ones was meant. */
function NewName({
  text,
  near,
  choose,
}: {
  text: string
  near: readonly FoundOrganisation[]
  choose: (organisation: FoundOrganisation) => void
}) {
  const t = useTranslations('entry')
  return (
    <div aria-live="polite" className="grid gap-1 text-xs">
      {!near.some(({ same }) => same) && (
        <p className="border-s-2 border-accent ps-2">
          {t.rich('newOrganisation', { name: text.trim(), b: (chunks) => <bdi>{chunks}</bdi> })}
        </p>
      )}
      {near.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 border-s-2 border-ink bg-warning-wash px-2 py-0.5">
          <span className="font-semibold">{t('didYouMean')}</span>
          {near.slice(0, 3).map((organisation) => (
            <button
              key={organisation.slug}
              type="button"
              className="link min-h-6"
              onClick={() => choose(organisation)}
            >
              <bdi>{organisation.name}</bdi>
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

/** What a search for the text finds; an answer to an older text is dropped. */
function useFound(text: string, kind: 'company' | 'government') {
  const { search } = useEntry()
  const [answer, setAnswer] = useState<{ text: string; found: FoundOrganisation[] } | null>(null)
  const latest = useRef(text)
  latest.current = text
  useEffect(() => {
    const asked = text.trim()
    if (asked.length < 2) return
    const timer = setTimeout(async () => {
      // A search that fails finds nothing: the name can be typed all the same.
      const found = await search(asked, kind).catch(() => [])
      if (latest.current.trim() === asked) setAnswer({ text: asked, found })
    }, ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, kind, search])
  const current = answer?.text === text.trim() ? answer : null
  return { found: current?.found ?? [], asked: current !== null }
}
