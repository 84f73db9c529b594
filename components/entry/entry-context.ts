'use client'

import { useTranslations } from 'next-intl'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Problem } from '@/lib/errors'
import type { Fields } from '@/lib/schemas/entry-rows'
import type { FoundOrganisation } from './organisation'
import type { EntryState, Intent } from './state'
import type { EntryTexts } from './texts'

/** What the parts of a form share. */
export interface Entry {
  texts: EntryTexts
  state: EntryState
  search: (text: string, kind: 'company' | 'government') => Promise<FoundOrganisation[]>
  request: (intent: Intent) => void
}

export const EntryContext = createContext<Entry | null>(null)

/** The form around a part of it. */
export function useEntry(): Entry {
  const entry = useContext(EntryContext)
  if (!entry) throw new Error('a part of an entry form stands outside of one')
  return entry
}

/** The text of one field, while it is typed. */
export function useText(name: string): string {
  const { texts } = useEntry()
  const read = () => texts.get(name)
  return useSyncExternalStore(texts.subscribe, read, read)
}

/** Every text of the form, while it is typed. */
export function useAllTexts(): Fields {
  const { texts } = useEntry()
  return useSyncExternalStore(texts.subscribe, texts.all, texts.all)
}

/** The numbers of the rows of a list. */
export function useRows(list: string): number[] {
  const { texts } = useEntry()
  const read = () => texts.rows(list)
  const numbers = useSyncExternalStore(texts.subscribe, read, read)
  return numbers === '' ? [] : numbers.split(' ').map(Number)
}

/** What is wrong with a field, in words, once a submission was refused. */
export function useError(path: string): string | undefined {
  const { state } = useEntry()
  const textOf = useProblemText()
  const problem = state.checked ? state.problems.find((one) => one.path === path) : undefined
  return problem && textOf(problem)
}

/** A problem in the words of the page's language. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('errors')
  return ({ code, values }) => t(code as Parameters<typeof t>[0], values) // a test holds every code to a message
}

/** A field's name in words, as the form at hand calls it: of `claims.0.quantity` also which claim. */
export function useFieldLabel(): (path: string) => string {
  const t = useTranslations('entry')
  const { state } = useEntry()
  return (path) => {
    if (path === 'kind' && state.kind === 'report') return t('countedKind')
    if (path === 'kind' && state.kind === 'event') return t('eventKind')
    if (path === 'reason' && state.fields.kind === 'annotation') return t('annotationText')
    const parts = path.split('.')
    const column = parts.at(-1) ?? path
    const label = t.has(`fields.${column}` as never) ? t(`fields.${column}` as never) : column
    const [list, row] = parts.length > 2 ? [parts[0] ?? '', Number(parts[1])] : ['', 0]
    if (list === '') return label
    const name = t.has(`fields.${list}` as never) ? t(`fields.${list}` as never) : list
    return t('inRow', { list: name, row: row + 1, field: label })
  }
}
