import { useLocale, useTranslations } from 'next-intl'
import type { ProposalKind } from '@/lib/domain/types'
import { formatTime } from '@/lib/format'

/** One's own entry that is not handed in yet. */
export interface DraftRow {
  href: string
  kind: ProposalKind
  title: string | null
  returned: boolean
  updatedAt: number
}

/** What one has begun and not handed in, the way back to each. */
export function DraftList({ drafts }: { drafts: readonly DraftRow[] }) {
  const t = useTranslations('entry')
  const locale = useLocale()
  return (
    <section aria-labelledby="drafts-title" className="mb-10 border-y border-rule py-4">
      <h2 id="drafts-title" className="text-base">
        {t('draftsTitle')}
      </h2>
      <ul className="mt-2 grid gap-1.5 text-sm">
        {drafts.map(({ href, kind, title, returned, updatedAt }) => (
          <li key={href} className="flex flex-wrap items-baseline gap-x-3">
            {/* A whole new page: the form on this one belongs to another draft. */}
            <a href={href} className="link">
              <bdi>{title ?? t('draftUntitled')}</bdi>
            </a>
            <span className="text-soft">{t(`kinds.${kind}`)}</span>
            {returned && <span className="font-semibold">{t('draftReturned')}</span>}
            <span className="text-xs text-faint">{formatTime(locale, updatedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
