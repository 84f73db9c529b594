'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Fields } from '@/lib/schemas/entry-rows'
import type { EntryAction, EntryState, Intent } from './state'
import type { EntryTexts } from './texts'

export type Phase = 'quiet' | 'typing' | 'saving' | 'failed'

const SAVE_AFTER_MS = 900
const AGAIN_AFTER_MS = 5_000

/** What stands in a form: what was typed, without what only steers it. */
function sameFields(a: Fields, b: Fields): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => (a[name] ?? '') === (b[name] ?? ''))
}

/**
 * Sends a form to its action, one request after the other, so that each one builds on the version that the last one made.
 * What is typed is kept shortly after the last key; a request that fails is repeated while anything is unsaved.
 */
export function useSaving(
  first: EntryState,
  action: EntryAction,
  texts: EntryTexts,
  form: RefObject<HTMLFormElement | null>,
) {
  const router = useRouter()
  const [state, setState] = useState(first)
  const [phase, setPhase] = useState<Phase>('quiet')
  const latest = useRef(first)
  const wanted = useRef<Intent | null>(null)
  const busy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const saved = useRef<Fields>(first.base)

  const work = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    clearTimeout(timer.current)
    while (wanted.current && form.current) {
      const intent = wanted.current
      wanted.current = null
      const sent = texts.all()
      const data = new FormData(form.current)
      data.delete('upload') // a file goes its own way (attachment-input.tsx)
      data.set('intent', intent)
      data.set('scripted', 'yes')
      setPhase('saving')
      try {
        const next = await action(latest.current, data)
        latest.current = next
        setState(next)
        const changed = intent === 'keep' ? {} : changedBy(next.fields, sent)
        // What the server changed is saved as well: sent again at once, the fields on the page would still hold the old text.
        if (next.outcome === 'kept' || next.outcome === 'refused')
          saved.current = { ...sent, ...changed }
        texts.fill(changed)
        if (next.next) {
          saved.current = texts.all()
          router.push(next.next)
          return // the page is being left; nothing may be sent again
        }
        const unsent = !sameFields(saved.current, texts.all())
        setPhase(unsent ? 'typing' : 'quiet')
        if (next.outcome === 'conflict' || next.outcome === 'signedOut') break
        if (unsent && wanted.current === null) wanted.current = 'keep'
      } catch {
        setPhase('failed')
        timer.current = setTimeout(() => {
          wanted.current ??= 'keep'
          void work()
        }, AGAIN_AFTER_MS)
        break
      }
    }
    busy.current = false
  }, [action, form, router, texts])

  const request = useCallback(
    (intent: Intent) => {
      wanted.current = intent
      void work()
    },
    [work],
  )

  useEffect(() => {
    const typed = () => {
      if (sameFields(saved.current, texts.all())) return
      setPhase((before) => (before === 'saving' || before === 'failed' ? before : 'typing'))
      if (latest.current.outcome === 'conflict') return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        wanted.current ??= 'keep'
        void work()
      }, SAVE_AFTER_MS)
    }
    const stop = texts.subscribe(typed)
    typed() // what was typed before this form came to life
    return () => {
      stop()
      clearTimeout(timer.current)
    }
  }, [texts, work])

  return { state, phase, request, unsaved: () => !sameFields(saved.current, texts.all()) }
}

/** What the server changed in the texts that it was sent. */
function changedBy(answered: Fields, sent: Fields): Fields {
  return Object.fromEntries(Object.entries(answered).filter(([name, text]) => sent[name] !== text))
}
