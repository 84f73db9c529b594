import { useTranslations } from 'next-intl'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import { SourceLine } from './quoted'

/** Every page that the record cites, the main one first, and what the editors noted. */
export function Sources({
  description: { sources, notes },
}: {
  description: AgreementDetail['description']
}) {
  const t = useTranslations('agreement')
  return (
    <div className="grid gap-5">
      <ol className="grid gap-1">
        {sources.map((source) => (
          <li key={source.position}>
            <SourceLine source={source} />
            {source.position === 0 && (
              <span className="text-sm text-soft"> – {t('mainSource')}</span>
            )}
          </li>
        ))}
      </ol>
      {notes && (
        <div className="max-w-measure">
          <h3 className="mb-1 text-sm font-semibold text-soft">{t('notes')}</h3>
          <p dir="auto">{notes}</p>
        </div>
      )}
    </div>
  )
}
