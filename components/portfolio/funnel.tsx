import { useLocale, useTranslations } from 'next-intl'
import type { Paint } from '@/components/ui/badge'
import { type Segment, StackedBar } from '@/components/ui/bars'
import { Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { Definition, Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/page-title'
import { percent } from '@/lib/domain/lane-figures'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatPercent } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'
import { Apart } from './apart'
import { behind } from './dashboard-address'
import type { Scale } from './scale'

const IN = ['original', 'increases'] as const
const OUT = [
  'delivered',
  'outstanding',
  'notReporting',
  'notMeasurable',
  'terminated',
  'amendedAway',
] as const

const PAINTS: Record<(typeof OUT)[number], Paint> = {
  delivered: { token: '--chart-reported', fill: 'solid' },
  outstanding: { token: '--chart-verified', fill: 'solid' },
  notReporting: { token: '--status-no-report', fill: 'hatch' },
  notMeasurable: { token: '--status-not-measurable', fill: 'dots' },
  terminated: { token: '--status-missed', fill: 'solid' },
  amendedAway: { token: '--status-behind', fill: 'dense' },
}

/** Where everything promised went: one bar whose segments fill it exactly, and the identity as a table (method, section 9). */
export function FunnelSection({
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
  const { funnel } = summary.figures
  const whole = funnel.original + funnel.increases
  const measure = summary.measure === 'investment' ? 'money' : 'jobs'
  const share = (value: bigint) => {
    const part = percent(value, whole)
    return part === null ? null : formatPercent(locale, part)
  }
  const noteOf = (key: (typeof OUT)[number]) =>
    key === 'delivered' && funnel.deliveredVerified > 0n
      ? t('verifiedNote', { amount: scale.print(funnel.deliveredVerified) })
      : undefined
  const segments: Segment[] = OUT.map((key) => ({
    key,
    label: all(`codes.segment.${key}`),
    value: Number(funnel[key]),
    print: scale.print(funnel[key]),
    paint: PAINTS[key],
    href: funnel[key] > 0n ? behind(filters, { segment: [key] }) : undefined,
    note: noteOf(key),
  }))
  const row = (key: (typeof IN)[number] | (typeof OUT)[number]) => (
    <Row key={key}>
      <RowHead>{all(`codes.segment.${key}`)}</RowHead>
      <NumberCell>{scale.print(funnel[key])}</NumberCell>
      <NumberCell>{share(funnel[key])}</NumberCell>
    </Row>
  )
  const side = (title: string, keys: readonly ((typeof IN)[number] | (typeof OUT)[number])[]) => (
    <tbody>
      <tr>
        <th scope="colgroup" colSpan={3} className="pt-5 pb-1 text-start font-semibold">
          {title}
        </th>
      </tr>
      {keys.map(row)}
      <Row>
        <RowHead>{t('total')}</RowHead>
        <NumberCell>{scale.print(whole)}</NumberCell>
        <NumberCell>{share(whole)}</NumberCell>
      </Row>
    </tbody>
  )
  return (
    <Section
      id="funnel"
      title={t('funnelTitle', { measure })}
      lead={t('funnelLead', { whole: scale.withUnit(whole) })}
      aside={
        <Definition term={t('howCounted')} href="/method#funnel" more={all('common.definition')}>
          {all('method.sections.funnel.text')}
        </Definition>
      }
    >
      {whole > 0n && <StackedBar label={t('funnelTitle', { measure })} segments={segments} />}
      {funnel.overDelivered > 0n && (
        <p className="mt-4 text-sm text-soft">
          <a href={behind(filters, { segment: ['overDelivered'] })} className="link">
            {t('overNote', { amount: scale.withUnit(funnel.overDelivered) })}
          </a>
        </p>
      )}
      <div className="mt-4">
        <Disclosure summary={t('funnelTable')}>
          <DataTable caption={`${t('funnelCaption')} ${all('charts.unit', { unit: scale.unit })}`}>
            <thead>
              <tr>
                <Column>{t('colPart')}</Column>
                <Column align="end">{scale.unit}</Column>
                <Column align="end">{t('colShare')}</Column>
              </tr>
            </thead>
            {side(t('colIn'), IN)}
            {side(t('colOut'), OUT)}
          </DataTable>
        </Disclosure>
      </div>
      <Apart summary={summary} filters={filters} scale={scale} />
    </Section>
  )
}
