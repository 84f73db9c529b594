'use client'

import { useTranslations } from 'next-intl'
import { useText } from '@/components/entry/entry-context'

/** Which source a figure's words come from: said next to each figure, so that none stands without one. */
export function SourceNote() {
  const t = useTranslations('entry')
  const [publisher, url, day] = [
    useText('source_publisher').trim(),
    useText('source_url').trim(),
    useText('source_date').trim(),
  ]
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  const name = publisher || host
  return (
    <p className="text-xs text-faint">
      {name === ''
        ? t('sourceNone')
        : t.rich('sourceIs', {
            source: day === '' ? name : `${name}, ${day}`,
            b: (chunks) => <bdi>{chunks}</bdi>,
          })}
    </p>
  )
}
