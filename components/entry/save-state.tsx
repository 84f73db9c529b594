'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/lib/format'
import type { EntryState } from './state'
import type { Phase } from './use-saving'

/** Whether what was typed is safe, in a few words. */
export function SaveState({ state, phase }: { state: EntryState; phase: Phase }) {
  const t = useTranslations('entry')
  const locale = useLocale()
  return (
    // The browser's tables of time zones may be newer than the server's: the text that came stays.
    <p role="status" suppressHydrationWarning className="text-xs text-soft">
      {words()}
    </p>
  )

  function words(): string {
    if (phase === 'saving') return t('saving')
    if (phase === 'failed' || state.outcome === 'unavailable') return t('notSaved')
    if (state.outcome === 'signedOut') return t('notSavedSignedOut')
    if (phase === 'typing') return t('typing')
    return state.keptAt === null
      ? t('notYetSaved')
      : t('savedAt', { time: formatTime(locale, state.keptAt) })
  }
}
