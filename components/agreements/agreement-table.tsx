import { useLocale, useTranslations } from 'next-intl'
import { CardBody, CardHeads } from '@/components/ui/card-table'
import { Column, DataTable } from '@/components/ui/data-table'
import type { Filters } from '@/lib/schemas/filters'
import { AgreementRow } from './agreement-row'
import { axisBadges, statusBadge } from './badge-words'
import { LeftOutMark } from './left-out'
import { agreementHref } from './list-address'
import { type Listed, listedWords } from './listed'
import { SortColumn } from './sort-column'

/** The list: rows whose heads order them on a wide screen, cards on a narrow one. */
export function AgreementTable({
  caption,
  filters,
  rows,
}: {
  caption: string
  filters: Filters
  rows: Listed[]
}) {
  const t = useTranslations('agreements')
  const all = useTranslations()
  const locale = useLocale()
  const labels = {
    signed: t('signed'),
    promised: t('promised'),
    deadline: t('deadline'),
    expected: t('expected'),
    reported: t('reported'),
    status: t('status'),
    axes: t('axes'),
    notStated: all('common.notStated'),
    noDeadline: t('noDeadline'),
    noGuide: t('noGuide'),
    none: t('none'),
  }
  return (
    <DataTable caption={caption} captionHidden>
      <CardHeads below="xl">
        <SortColumn filters={filters} name="title">
          {t('agreement')}
        </SortColumn>
        <SortColumn filters={filters} name="signed">
          {t('signed')}
        </SortColumn>
        <SortColumn filters={filters} name="jobs" align="end">
          {t('promised')}
        </SortColumn>
        <SortColumn filters={filters} name="due">
          {t('deadline')}
        </SortColumn>
        <SortColumn filters={filters} name="expected" align="end">
          {t('expected')}
        </SortColumn>
        <SortColumn filters={filters} name="created" align="end">
          {t('reported')}
        </SortColumn>
        <Column>{t('status')}</Column>
        <Column>{t('axes')}</Column>
      </CardHeads>
      <CardBody below="xl">
        {rows.map((row) => (
          <AgreementRow
            key={row.reference}
            labels={labels}
            href={agreementHref(row.reference, filters)}
            name={{
              title: row.title,
              company: row.company?.name ?? null,
              reference: row.reference,
            }}
            words={listedWords(locale, all, row)}
            status={statusBadge(all, row)}
            reason={row.reason && all(`codes.reason.${row.reason}`)}
            axes={axisBadges(all, row)}
            leftOut={
              row.leftOut && (
                <LeftOutMark reference={row.reference} reason={row.leftOut} clocks={filters} />
              )
            }
          />
        ))}
      </CardBody>
    </DataTable>
  )
}
