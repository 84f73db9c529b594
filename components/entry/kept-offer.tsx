'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatTime } from '@/lib/format'
import type { KeptCopy } from './kept-copy'

/** Offers what was typed here and never reached the server: after a closed tab or an expired session. */
export function KeptOffer({
  copy,
  take,
  drop,
}: {
  copy: KeptCopy
  take: () => void
  drop: () => void
}) {
  const t = useTranslations('entry')
  const locale = useLocale()
  return (
    <Notice
      kind="warning"
      role="status"
      title={t('keptTitle', { time: formatTime(locale, copy.at) })}
    >
      <p className="text-sm">{t('keptText')}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button type="button" onClick={take}>
          {t('keptTake')}
        </Button>
        <Button type="button" look="plain" onClick={drop}>
          {t('keptDrop')}
        </Button>
      </div>
    </Notice>
  )
}
