import { useLocale, useTranslations } from 'next-intl'
import type { Scale } from '@/components/portfolio/scale'
import { Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { Section } from '@/components/ui/page-title'
import { total } from '@/lib/domain/lane-figures'
import { UNALLOCATED } from '@/lib/domain/portfolio'
import type { Rational } from '@/lib/domain/types'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatNumber, formatPercent } from '@/lib/format'
import { lists } from '@/lib/schemas/filter-keys'

type Summary = Dashboard['summary']
type Group = Summary['figures']['by']['sector'][number]

/** The breakdowns by region and by sector, every group and their total; what belongs to none stands last. */
export function GroupSections({ summary, scale }: { summary: Summary; scale: Scale }) {
  const t = useTranslations()
  const nameOf = (by: 'region' | 'sector', code: string) => {
    const region = by === 'region' && lists.region.safeParse(code).data
    if (region) return t(`codes.region.${region}`)
    const sector = by === 'sector' && lists.sector.safeParse(code).data
    return sector ? t(`codes.sector.${sector}`) : t('dashboard.unallocated')
  }
  return (['region', 'sector'] as const).map((by) => (
    <Section
      key={by}
      id={by}
      title={t(by === 'region' ? 'dashboard.gapRegion' : 'dashboard.gapSector')}
      lead={t('readyReports.groupsLead')}
    >
      <GroupTable
        by={by}
        groups={summary.figures.by[by].map((group) => ({
          ...group,
          label: nameOf(by, group.code),
        }))}
        whole={summary.figures}
        scale={scale}
      />
    </Section>
  ))
}

function GroupTable({
  by,
  groups,
  whole,
  scale,
}: {
  by: 'region' | 'sector'
  groups: (Group & { label: string })[]
  whole: Summary['figures']
  scale: Scale
}) {
  const t = useTranslations('dashboard')
  const all = useTranslations()
  const locale = useLocale()
  const signed = (gap: Rational) => `${gap.num > 0n ? '+' : ''}${scale.rounded(gap)}`
  const apart = ({ code }: Group) => Number(code === UNALLOCATED)
  const gaps = groups.flatMap(({ gap }) => (gap ? [gap] : []))
  const cells = (
    group: Pick<Group, 'count' | 'promised' | 'created' | 'coveragePercent' | 'gap'>,
  ) => (
    <>
      <NumberCell>{formatNumber(locale, group.count)}</NumberCell>
      <NumberCell absent={all('common.notStated')}>
        {group.promised === 0n ? null : scale.print(group.promised)}
      </NumberCell>
      <NumberCell absent={all('agreements.none')}>
        {group.created === null ? null : scale.print(group.created)}
      </NumberCell>
      <NumberCell>
        {group.coveragePercent === null ? null : formatPercent(locale, group.coveragePercent)}
      </NumberCell>
      <NumberCell absent={all('readyReports.unknown')}>{group.gap && signed(group.gap)}</NumberCell>
    </>
  )
  const { count, promised, reporting } = whole
  const { created, coveragePercent } = reporting
  return (
    <DataTable caption={t(by === 'region' ? 'gapRegion' : 'gapSector')} captionHidden>
      <thead>
        <tr>
          <Column>{t('colGroup', { by })}</Column>
          <Column align="end">{t('colAgreements')}</Column>
          <Column align="end">{`${t('colPromised')} (${scale.unit})`}</Column>
          <Column align="end">{all('agreements.reported')}</Column>
          <Column align="end">{t('colCovered')}</Column>
          <Column align="end">{t('colGap')}</Column>
        </tr>
      </thead>
      <tbody>
        {groups
          .toSorted((a, b) => apart(a) - apart(b))
          .map((group) => (
            <Row key={group.code}>
              <RowHead>{group.label}</RowHead>
              {cells(group)}
            </Row>
          ))}
        <Row>
          <RowHead>{t('total')}</RowHead>
          {cells({
            ...{ count, promised: promised.value, created, coveragePercent },
            gap: gaps.length > 0 ? total(gaps) : null,
          })}
        </Row>
      </tbody>
    </DataTable>
  )
}
