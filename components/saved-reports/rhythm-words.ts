import type { useTranslations } from 'next-intl'
import { addDays } from '@/lib/domain/iso-date'
import type { Rhythm } from '@/lib/domain/schedule'
import { formatWeekday, type Locale } from '@/lib/format'

type Texts = ReturnType<typeof useTranslations<'schedules'>>

const BEFORE_A_MONDAY = '2026-11-22'

/** On which days: "every Monday", "on the last day of each month". */
export function rhythmWords(t: Texts, locale: Locale, rhythm: Rhythm): string {
  switch (rhythm.every) {
    case 'day':
      return t('everyDay')
    case 'week':
      return t('everyWeek', {
        day: formatWeekday(locale, addDays(BEFORE_A_MONDAY, rhythm.weekday)),
      })
    case 'month':
      return rhythm.monthDay > 28
        ? t('everyMonthOrLast', { day: rhythm.monthDay })
        : t('everyMonth', { day: rhythm.monthDay })
  }
}

/** An hour as clocks show it. */
export function hourWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
