import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FigureText } from '@/components/ui/figure-text'
import { type NationalTarget, targetWords } from './target-words'

/** A national target term by term, with the fragment and the page that state it; what no source says is said to be missing. */
export function TargetDetails({ target }: { target: NationalTarget }) {
  const t = useTranslations()
  const words = targetWords(useLocale(), t, target)
  const missing = <span className="text-faint">{t('common.notStated')}</span>
  return (
    <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      <Entry term={t('targets.programme')}>
        <bdi>{target.programme}</bdi>
      </Entry>
      <Entry term={t('targets.deadline')}>{words.deadline ?? missing}</Entry>
      <Entry term={t('targets.baseline')}>
        {words.baseline ? <FigureText>{words.baseline}</FigureText> : missing}
      </Entry>
      <Entry term={t('targets.sector')}>
        {target.sector ? t(`codes.sector.${target.sector}`) : t('targets.allSectors')}
      </Entry>
      <Entry term={t('targets.region')}>
        {target.region === 'MA' ? t('targets.wholeCountry') : t(`codes.region.${target.region}`)}
      </Entry>
      <Entry term={t('common.source')}>
        {target.sourceUrl ? (
          <a href={target.sourceUrl} rel="noreferrer" className="link break-words">
            <bdi dir="ltr">{new URL(target.sourceUrl).hostname}</bdi>
          </a>
        ) : (
          missing
        )}
        {words.sourceDate && <span className="text-soft"> · {words.sourceDate}</span>}
      </Entry>
      {target.asStated && (
        <Entry term={t('targets.asStated')} wide>
          <q className="italic">
            <bdi>{target.asStated}</bdi>
          </q>
        </Entry>
      )}
      {target.notes && (
        <Entry term={t('targets.notes')} wide>
          <bdi>{target.notes}</bdi>
        </Entry>
      )}
    </dl>
  )
}

function Entry({
  term,
  wide = false,
  children,
}: {
  term: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className={wide ? 'sm:col-span-2' : undefined}>
      <dt className="text-xs text-soft">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
