import { useLocale, useTranslations } from 'next-intl'
import { type Commitment, quantityOf, type Version } from '@/components/agreement/detail'
import { amountsIn } from '@/components/agreements/amounts'
import { deadlineWords } from '@/components/agreements/deadline-words'
import { SegmentedLinks } from '@/components/ui/segmented'
import type { Measure } from '@/lib/domain/types'

/** Which of an agreement's promises a form is about; each has its address. */
export function MeasureChoice({
  measures,
  chosen,
}: {
  measures: readonly Measure[]
  chosen: Measure | null
}) {
  const t = useTranslations()
  if (measures.length < 2) return null
  return (
    <div className="mb-4">
      <SegmentedLinks
        label={t('entry.fields.measure')}
        choices={measures.map((measure) => ({
          href: `?measure=${measure}`,
          label: t(`codes.measure.${measure}`),
          current: measure === chosen,
        }))}
      />
    </div>
  )
}

/** Which version was recorded wrongly. */
export function VersionChoice({
  commitment,
  versions,
  chosen,
}: {
  commitment: Commitment
  versions: readonly (Version & { number: number })[]
  chosen: number | null
}) {
  const t = useTranslations()
  const locale = useLocale()
  if (versions.length < 2) return null
  const amounts = amountsIn(locale, t, commitment.currency)
  return (
    <div className="mb-4">
      <SegmentedLinks
        label={t('entry.fields.corrects')}
        choices={versions.map((version) => ({
          href: `?measure=${commitment.measure}&version=${version.number}`,
          label: [
            t(`codes.factKind.${version.kind}`),
            amounts.quantity(quantityOf(version)),
            version.deadline && deadlineWords(locale, t, version.deadline),
          ]
            .filter(Boolean)
            .join(' · '),
          current: version.number === chosen,
        }))}
      />
    </div>
  )
}
