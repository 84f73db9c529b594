import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { quantityOf } from '@/components/agreement/detail'
import { amountsIn } from '@/components/agreements/amounts'
import { agreementHref } from '@/components/agreements/list-address'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import type { ChaseList } from '@/lib/features/calendar/list-chase'
import { formatDay } from '@/lib/format'

/** A company and every figure that it owes; the letter that asks for them stands below. */
export function ChasedCompany({
  company: { slug, name, bucket, figures },
  level: Heading,
  children,
}: {
  company: ChaseList['rows'][number]
  /** One below the heading that it stands under. */
  level: 'h3' | 'h4'
  children: ReactNode
}) {
  const t = useTranslations()
  const locale = useLocale()
  const id = `chase-${bucket}-${slug}`
  return (
    <section
      aria-labelledby={id}
      // One table a company, and yet their columns stand under one another.
      className="border-t-2 border-rule-strong pt-4 md:[&_table]:table-fixed md:[&_thead_th:first-child]:w-2/5"
    >
      <Heading id={id} className="mb-3 text-lg">
        <a href={`/companies/${slug}`} className="link">
          <bdi>{name}</bdi>
        </a>
      </Heading>
      <RecordTable
        caption={t('calendar.owes', { company: name })}
        below="md"
        rows={figures}
        keyOf={({ reference, measure }) => `${reference} ${measure}`}
        head={{
          label: t('agreements.agreement'),
          cell: ({ reference, title, region }) => (
            <>
              <a href={agreementHref(reference)} className="link">
                <bdi>{title}</bdi>
              </a>
              <span className="block text-sm font-normal text-soft">
                {t(`codes.region.${region}`)}
              </span>
            </>
          ),
        }}
        columns={[
          {
            key: 'missing',
            label: t('calendar.missing'),
            cell: (figure) => (
              <>
                {t('common.named', { label: t(`codes.measure.${figure.measure}`) })}{' '}
                <FigureText>
                  {amountsIn(locale, t, figure.currency).quantity(quantityOf(figure))}
                </FigureText>
                {figure.reason === 'BASELINE_MISSING' && (
                  <span className="block text-soft">{t('codes.reason.BASELINE_MISSING')}</span>
                )}
              </>
            ),
          },
          {
            key: 'last',
            label: t('calendar.lastData'),
            cell: ({ dataDate }) =>
              dataDate === null ? t('agreements.none') : formatDay(locale, dataDate, 'short'),
          },
          {
            key: 'since',
            label: t('calendar.dueSince'),
            cell: ({ reportDue }) => formatDay(locale, reportDue, 'short'),
          },
          {
            key: 'owner',
            label: t('calendar.owner'),
            cell: ({ owner }) => (owner === null ? t('calendar.noOwner') : <bdi>{owner}</bdi>),
          },
        ]}
      />
      {children}
    </section>
  )
}
