import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { ProposalDetail } from '@/lib/features/proposals/proposal'
import { formatTime } from '@/lib/format'
import { Returned } from './returned'

/** An entry that is no longer a draft: where it stands, and where to go from here. */
export function ClosedEntry({ detail, again }: { detail: ProposalDetail; again: string }) {
  const t = useTranslations('entry')
  const locale = useLocale()
  const { proposal } = detail
  const { state, subject, payload, updatedAt } = proposal
  const title = payload.cells.title || subject || t('draftUntitled')
  const published = state === 'accepted' && subject !== null
  return (
    <>
      <PageTitle kicker={t(`kinds.${proposal.kind}`)} title={<bdi>{title}</bdi>} />
      <Notice role="status" title={t(`closed.${state}`)}>
        <p className="text-sm">{t('closedText', { state, time: formatTime(locale, updatedAt) })}</p>
      </Notice>
      {state === 'returned' && <Returned note={proposal.note} />}
      <div className="mt-8 flex flex-wrap gap-3">
        {published && (
          <ButtonLink look="primary" href={`/agreements/${encodeURIComponent(subject)}`}>
            {t('closedRecord')}
          </ButtonLink>
        )}
        <ButtonLink href="/review">{t('closedQueue')}</ButtonLink>
        <ButtonLink href={again}>{t('closedAgain')}</ButtonLink>
      </div>
    </>
  )
}
