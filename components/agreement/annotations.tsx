import MessageSquareText from 'lucide-react/icons/message-square-text'
import { useLocale, useTranslations } from 'next-intl'
import { periodWords } from '@/components/agreements/deadline-words'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import { Quoted, SourceLine } from './quoted'

/** Dated, sourced remarks beside the status, the latest first. They never replace it. */
export function Annotations({ events }: { events: AgreementDetail['events'] }) {
  const t = useTranslations()
  const locale = useLocale()
  const remarks = events
    .filter(({ kind, retracted }) => kind === 'annotation' && retracted === null)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))
  if (remarks.length === 0) return null
  return (
    <ul aria-label={t('agreement.annotations')} className="mb-8 grid max-w-4xl gap-4">
      {remarks.map((remark) => (
        <li key={remark.id} className="flex gap-3 border-s-4 border-accent py-1 ps-4">
          <MessageSquareText size={20} aria-hidden="true" className="mt-1 shrink-0" />
          <div className="grid gap-1">
            {remark.reason && (
              <p className="max-w-measure">
                <bdi>{remark.reason}</bdi>
              </p>
            )}
            <p className="text-sm text-soft">
              {t('agreement.annotation')}
              {remark.onText && ` · ${periodWords(locale, t, remark.onText)}`} ·{' '}
              <SourceLine source={remark} />
            </p>
            {remark.asStated && (
              <p className="text-sm text-soft">
                <Quoted text={remark.asStated} language={remark.language} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
