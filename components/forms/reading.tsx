'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useProblemText } from '@/components/entry/entry-context'
import { FigureText } from '@/components/ui/figure-text'
import type { Doubt, Unread } from '@/lib/domain/reading/reading'
import type { Understood, Words } from './understood'

/** How a typed text is understood, at once, with doubts in words. Never in the way: it says, it does not stop. */
export function Reading<T extends { ok: true; doubts: Doubt[] }>({
  reading,
  understood,
}: {
  reading: T | Unread
  understood: (reading: T, words: Words) => Understood[]
}) {
  const problemText = useProblemText()
  const words: Words = { locale: useLocale(), t: useTranslations() }
  return (
    <div className="grid gap-1 text-xs" aria-live="polite">
      {reading.ok ? (
        <>
          <UnderstoodLines lines={understood(reading, words)} />
          <Doubts doubts={reading.doubts} />
        </>
      ) : (
        <p className="border-s-2 border-danger ps-2 font-semibold text-danger">
          {problemText({ path: '', code: reading.code, values: reading.values })}
        </p>
      )}
    </div>
  )
}

/** What was understood, in one line where there is room. */
export function UnderstoodLines({ lines }: { lines: readonly Understood[] }) {
  const t = useTranslations('entry')
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 border-s-2 border-accent ps-2">
      {lines.map(({ term, text, figure }) => (
        <div key={term} className="flex flex-wrap gap-x-1.5">
          <dt className="text-soft">{t(`understood.${term}`)}</dt>
          <dd className="font-semibold">{figure ? <FigureText>{text}</FigureText> : text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What a person should look at before accepting a reading. */
export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const t = useTranslations('entry')
  const doubtText = useDoubtText()
  return doubts.map((doubt) => (
    <p key={doubt.code} className="border-s-2 border-ink bg-warning-wash px-2 py-0.5">
      <span className="font-semibold">{t('doubt')}</span> {doubtText(doubt)}
    </p>
  ))
}

function useDoubtText(): (doubt: Doubt) => string {
  const t = useTranslations('doubts')
  return ({ code, values }) => t(code as Parameters<typeof t>[0], values) // a test holds every code to a message
}
