import { useTranslations } from 'next-intl'
import { behind, recordHref } from '@/components/portfolio/dashboard-address'
import type { Scale } from '@/components/portfolio/scale'
import { Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import type { BehindReport } from '@/lib/features/organisations/get-behind-report'
import type { Filters } from '@/lib/schemas/filters'

type Company = BehindReport['rows'][number]

/** Companies with what they are behind by, and their sum; what nobody knows stands apart from what is short. */
export function BehindTable({
  rows,
  whole,
  filters,
  scale,
}: {
  rows: readonly Company[]
  whole: BehindReport['whole']
  filters: Filters
  scale: Scale
}) {
  const t = useTranslations('readyReports')
  const all = useTranslations()
  const amount = (value: bigint | null) => (value === null ? null : scale.print(value))
  const unknown = t('unknown')
  const cells = (sums: BehindReport['whole']) => (
    <>
      <NumberCell>{amount(sums.promised)}</NumberCell>
      <NumberCell>{amount(sums.expectedToday)}</NumberCell>
      <NumberCell absent={unknown}>{amount(sums.dueByNow)}</NumberCell>
      <NumberCell absent={unknown}>{amount(sums.created)}</NumberCell>
      <NumberCell absent={t('none')}>{amount(sums.verified)}</NumberCell>
      <NumberCell absent={unknown}>{amount(sums.shortfall)}</NumberCell>
      <NumberCell absent={t('none')}>{amount(sums.unknownPromised)}</NumberCell>
    </>
  )
  return (
    <DataTable caption={`${all('exports.files.behind')} (${scale.unit})`}>
      <thead>
        <tr>
          <Column>{all('exports.columns.company')}</Column>
          <Column align="end">{all('exports.columns.promised')}</Column>
          <Column align="end">{all('exports.columns.expected_today')}</Column>
          <Column align="end">{all('exports.columns.due_by_now')}</Column>
          <Column align="end">{all('codes.lane.reported')}</Column>
          <Column align="end">{all('codes.lane.verified')}</Column>
          <Column align="end">{all('exports.columns.shortfall')}</Column>
          <Column align="end">{all('exports.columns.unknown_promised')}</Column>
        </tr>
      </thead>
      <tbody>
        {rows.map((company) => (
          <Row key={company.slug ?? ''}>
            <RowHead>
              <CompanyName company={company} filters={filters} />
              <span className="block text-xs font-normal text-soft">
                {all('common.agreements', { count: company.agreements })}
              </span>
            </RowHead>
            {cells(company)}
          </Row>
        ))}
        <Row>
          <RowHead>{all('dashboard.total')}</RowHead>
          {cells(whole)}
        </Row>
      </tbody>
    </DataTable>
  )
}

function CompanyName({
  company: { slug, name, group },
  filters,
}: {
  company: Company
  filters: Filters
}) {
  const t = useTranslations('dashboard')
  if (slug === null) return t('unallocated')
  const href = group
    ? behind(filters, { company: [slug] })
    : recordHref(`/companies/${slug}`, filters)
  return (
    <a href={href} className="link">
      <bdi>{name}</bdi>
    </a>
  )
}
