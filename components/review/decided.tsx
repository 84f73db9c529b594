import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import type { ProposalDetail } from '@/lib/features/proposals/proposal'
import { formatTime } from '@/lib/format'

/** Where a proposal stands: who did what with it, when, and with which note. */
export function Decided({ detail, children }: { detail: ProposalDetail; children?: ReactNode }) {
  const t = useTranslations('review')
  const locale = useLocale()
  const { proposal, reviewerName } = detail
  const { state, updatedAt, note, selfAccepted } = proposal
  const name = reviewerName ?? t('unknownAuthor')
  const time = formatTime(locale, updatedAt)
  if (state === 'draft' || state === 'submitted') return null
  return (
    <div className="mb-10">
      <Notice
        kind={state === 'returned' ? 'warning' : 'info'}
        role={state === 'accepted' ? 'status' : undefined}
        title={t(`decided.${state}`, { name, time })}
      >
        {selfAccepted && <p className="mt-1 font-semibold">{t('selfAccepted')}</p>}
        {state === 'returned' && note && (
          <p className="mt-1 max-w-measure">
            <bdi>{note.text}</bdi>
            {note.field && (
              <>
                {' '}
                <a href={`#field-${note.field}`} className="link">
                  {t('noteField')}
                </a>
              </>
            )}
          </p>
        )}
        {children}
      </Notice>
    </div>
  )
}
