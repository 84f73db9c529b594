import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { periodWords } from '@/components/agreements/deadline-words'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import { formatDay } from '@/lib/format'

/** What an agreement is, apart from what it promises. */
export function AgreementFacts({ detail }: { detail: AgreementDetail }) {
  const t = useTranslations()
  const locale = useLocale()
  const { description, signedOn, start } = detail
  const basis = description.signedBasis
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-4 text-sm sm:grid-cols-3 lg:grid-cols-5">
      <Fact term={t('agreement.signed')}>
        {signedOn ? periodWords(locale, t, signedOn) : t('common.notStated')}
        {basis && (
          <span className="block text-xs text-soft">
            {t('agreement.signedBasis', { basis: t(`codes.signedBasis.${basis}`) })}
          </span>
        )}
      </Fact>
      {start !== null && start !== signedOn && (
        <Fact term={t('agreement.startOn')}>{formatDay(locale, start)}</Fact>
      )}
      <Fact term={t('agreement.binding')}>{t(`codes.binding.${description.binding}`)}</Fact>
      <Fact term={t('agreement.sector')}>{t(`codes.sector.${description.sector}`)}</Fact>
      <Fact term={t('agreement.region')}>{t(`codes.region.${description.region}`)}</Fact>
      {description.place && (
        <Fact term={t('agreement.place')}>
          <bdi>{description.place}</bdi>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
