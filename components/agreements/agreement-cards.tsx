import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StatusChip } from '@/components/portfolio/chips'
import { FigureText } from '@/components/ui/figure-text'
import type { Filters } from '@/lib/schemas/filters'
import { OtherAxes } from './agreement-axes'
import { AgreementName, Promised, Reported } from './agreement-table'
import { type Listed, listedWords } from './listed'

/** The list on a narrow screen: one card an agreement, nothing cut off. */
export function AgreementCards({ rows, filters }: { rows: Listed[]; filters: Filters }) {
  return (
    <ol className="grid gap-x-8 md:grid-cols-2">
      {rows.map((row) => (
        <AgreementCard key={row.reference} row={row} filters={filters} />
      ))}
    </ol>
  )
}

function AgreementCard({ row, filters }: { row: Listed; filters: Filters }) {
  const t = useTranslations()
  const words = listedWords(useLocale(), t, row)
  return (
    <li className="grid content-start gap-3 border-t border-rule py-5">
      <div className="font-medium">
        <AgreementName row={row} filters={filters} />
      </div>
      {row.status && <StatusChip status={row.status} reason={row.reason} />}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm">
        <Entry term={t('agreements.promised')}>
          <Promised {...words} absent={t('common.notStated')} />
        </Entry>
        <Entry term={t('agreements.deadline')}>
          {words.deadline ?? t('agreements.noDeadline')}
        </Entry>
        <Entry term={t('agreements.expected')}>
          {words.expected ? <FigureText>{words.expected}</FigureText> : t('agreements.noGuide')}
        </Entry>
        <Entry term={t('agreements.reported')}>
          <Reported {...words} absent={t('agreements.none')} />
        </Entry>
        <Entry term={t('agreements.signed')}>{words.signed ?? '–'}</Entry>
        <Entry term={t('agreements.axes')}>
          <span className="grid gap-1">
            <OtherAxes {...row} />
          </span>
        </Entry>
      </dl>
    </li>
  )
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-xs text-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
