import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { LeftOutMark } from '@/components/agreements/left-out'
import { agreementHref } from '@/components/agreements/list-address'
import { type Listed, listedWords } from '@/components/agreements/listed'
import { StatusChip } from '@/components/portfolio/chips'
import { FigureText } from '@/components/ui/figure-text'
import { type RecordColumn, RecordTable } from '@/components/ui/record-table'
import type { Filters } from '@/lib/schemas/filters'

type Clocks = Pick<Filters, 'asOf' | 'knownAt'>

/** Agreements of a printed report: what was promised as it is printed everywhere, its deadline, what was reported on which day, how it stands; `more` before the standing. */
export function AgreementRows({
  caption,
  rows,
  clocks,
  more = [],
}: {
  caption: string
  rows: readonly Listed[]
  clocks: Clocks
  more?: RecordColumn<Listed>[]
}) {
  const t = useTranslations('agreements')
  const all = useTranslations()
  const locale = useLocale()
  return (
    <RecordTable
      caption={caption}
      below="md"
      rows={rows}
      keyOf={({ reference }) => reference}
      head={{ label: t('agreement'), cell: (row) => <Named row={row} clocks={clocks} /> }}
      columns={[
        {
          key: 'region',
          label: t('region'),
          cell: ({ region }) => all(`codes.region.${region}`),
        },
        {
          key: 'signed',
          label: t('signed'),
          cell: (row) => (
            <span className="whitespace-nowrap">{listedWords(locale, all, row).signed ?? '–'}</span>
          ),
        },
        {
          key: 'promised',
          label: t('promised'),
          align: 'end',
          cell: (row) => <Promised row={row} />,
        },
        {
          key: 'deadline',
          label: t('deadline'),
          cell: (row) =>
            listedWords(locale, all, row).deadline ?? (
              <span className="text-faint">{t('noDeadline')}</span>
            ),
        },
        {
          key: 'reported',
          label: t('reported'),
          align: 'end',
          cell: (row) => {
            const { reported, reportedOn } = listedWords(locale, all, row)
            if (reported === null) return <span className="text-faint">{t('none')}</span>
            return (
              <span className="grid">
                <FigureText>{reported}</FigureText>
                <span className="text-xs text-soft">{reportedOn}</span>
              </span>
            )
          },
        },
        ...more,
        {
          key: 'status',
          label: t('status'),
          cell: ({ status, reason }) =>
            status ? <StatusChip status={status} reason={reason} /> : '–',
        },
      ]}
    />
  )
}

function Named({ row, clocks }: { row: Listed; clocks: Clocks }) {
  const { reference, title, company, leftOut } = row
  return (
    <span className="grid justify-items-start gap-1">
      <a href={agreementHref(reference, clocks)} className="link">
        <bdi>{title}</bdi>
      </a>
      <span className="text-xs font-normal text-soft">
        {company && (
          <>
            <bdi>{company.name}</bdi> ·{' '}
          </>
        )}
        <bdi dir="ltr" className="whitespace-nowrap">
          {reference}
        </bdi>
      </span>
      {leftOut && (
        <span className="font-normal">
          <LeftOutMark reference={reference} reason={leftOut} clocks={clocks} />
        </span>
      )}
    </span>
  )
}

/** The promise as printed everywhere; where it was revised, what was promised at first stands under it. */
function Promised({ row }: { row: Listed }) {
  const t = useTranslations()
  const locale = useLocale()
  const { promised, otherPromises } = listedWords(locale, t, row)
  if (promised === null)
    return <span className="text-faint">{otherPromises ?? t('common.notStated')}</span>
  const { target, targetOriginal } = row
  const revised = targetOriginal !== null && targetOriginal !== target
  return (
    <span className="grid">
      <FigureText>{promised}</FigureText>
      {revised && (
        <span className="text-xs text-soft">
          {t('readyReports.atFirst', {
            amount: amountsIn(locale, t, row.currency).amount(targetOriginal),
          })}
        </span>
      )}
    </span>
  )
}
