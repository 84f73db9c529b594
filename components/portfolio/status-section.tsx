import { useLocale, useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/bars'
import { Cell, Column, DataTable, Row, RowHead } from '@/components/ui/data-table'
import { Definition } from '@/components/ui/disclosure'
import { FigureText } from '@/components/ui/figure-text'
import { Section } from '@/components/ui/page-title'
import { percent } from '@/lib/domain/lane-figures'
import { PACE_STATUSES } from '@/lib/domain/types'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatNumber, formatPercent } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'
import { StatusChip } from './chips'
import { behind } from './dashboard-address'
import type { Scale } from './scale'
import { STATUS_LOOKS } from './status-looks'

/** How the promises with a number stand, by agreements and by what they promise. */
export function StatusSection({
  summary,
  filters,
  scale,
}: {
  summary: Dashboard['summary']
  filters: Filters
  scale: Scale
}) {
  const t = useTranslations('dashboard')
  const all = useTranslations()
  const locale = useLocale()
  const mix = PACE_STATUSES.flatMap((status) => {
    const found = summary.figures.statusMix[status]
    return found ? [{ status, ...found }] : []
  })
  if (mix.length === 0) return null
  const agreements = mix.reduce((sum, { count }) => sum + count, 0)
  const promised = mix.reduce((sum, row) => sum + row.promised, 0n)
  const segments = (value: (row: (typeof mix)[number]) => number) =>
    mix.map((row) => ({
      key: row.status,
      value: value(row),
      paint: STATUS_LOOKS[row.status].paint,
    }))
  const share = (part: bigint, whole: bigint) => {
    const shown = percent(part, whole)
    return shown === null ? null : formatPercent(locale, shown)
  }
  return (
    <Section
      id="status"
      title={t('statusTitle')}
      lead={t('statusLead')}
      aside={
        <Definition
          term={t('howCounted')}
          href="/method#status-mix"
          more={all('common.definition')}
        >
          {all('method.sections.status-mix.text')}
        </Definition>
      }
    >
      <div className="mb-6 grid gap-4">
        <div className="grid gap-1.5">
          <p className="text-xs font-semibold text-soft">{t('byCount')}</p>
          <Strip segments={segments(({ count }) => count)} />
        </div>
        <div className="grid gap-1.5">
          <p className="text-xs font-semibold text-soft">{t('byAmount', { unit: scale.unit })}</p>
          <Strip segments={segments((row) => Number(row.promised))} />
        </div>
      </div>
      <DataTable caption={t('statusTitle')} captionHidden>
        <thead>
          <tr>
            <Column>{t('colStatus')}</Column>
            <Column align="end">{t('colAgreements')}</Column>
            <Column align="end">{`${t('colPromised')} (${scale.unit})`}</Column>
          </tr>
        </thead>
        <tbody>
          {mix.map(({ status, count, promised: value }) => (
            <Row key={status}>
              <RowHead>
                <a
                  href={behind(filters, { status: [status] })}
                  className="decoration-accent underline-offset-4 [&_span_span]:underline hover:[&_span_span]:decoration-2"
                >
                  <StatusChip status={status} />
                </a>
              </RowHead>
              <Counted print={formatNumber(locale, count)}>
                {share(BigInt(count), BigInt(agreements))}
              </Counted>
              <Counted print={scale.print(value)}>{share(value, promised)}</Counted>
            </Row>
          ))}
          <Row>
            <RowHead>{t('total')}</RowHead>
            <Counted print={formatNumber(locale, agreements)} />
            <Counted print={scale.print(promised)} />
          </Row>
        </tbody>
      </DataTable>
    </Section>
  )
}

/** A number and its share of the column: side by side where there is room, under each other on a phone. */
function Counted({ print, children }: { print: string; children?: string | null }) {
  return (
    <Cell align="end">
      <FigureText>{print}</FigureText>
      <span className="inline-block text-soft max-sm:block max-sm:text-xs sm:w-20">
        {children && <FigureText>{children}</FigureText>}
      </span>
    </Cell>
  )
}
