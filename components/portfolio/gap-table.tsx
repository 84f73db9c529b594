import { useLocale, useTranslations } from 'next-intl'
import type { Paint } from '@/components/ui/badge'
import { BarCell, GapCell } from '@/components/ui/bars'
import { Cell, Column, DataTable, NumberCell, Row, RowHead } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { toNumber } from '@/lib/domain/rational'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatPercent } from '@/lib/format'
import type { Scale } from './scale'

const SHOWN = 8
const SILENT: Paint = { token: '--status-no-report', fill: 'hatch' }
const COVERED: Paint = { token: '--chart-verified', fill: 'solid' }

export type NamedGroup = Dashboard['summary']['figures']['by']['sector'][number] & {
  label: string
  href?: string
}

/** One breakdown: promised, covered by reports and gap of each group; what belongs to none stands apart, last. */
export function GapTable({
  by,
  title,
  groups,
  apart,
  scale,
}: {
  by: 'company' | 'group' | 'sector' | 'region'
  title: string
  groups: NamedGroup[]
  apart: NamedGroup[]
  scale: Scale
}) {
  const t = useTranslations('dashboard')
  const every = [...groups, ...apart]
  if (every.length === 0) return null
  const widest = {
    promised: Math.max(...every.map(({ promised }) => Number(promised))),
    gap: Math.max(...every.map(({ gap }) => (gap ? Math.abs(toNumber(gap)) : 0))),
  }
  const rest = groups.slice(SHOWN)
  const table = (rows: NamedGroup[], caption: string) => (
    <DataTable caption={caption} captionHidden>
      <thead>
        <tr>
          <Column>{t('colGroup', { by })}</Column>
          <Column>{`${t('colPromised')} (${scale.unit})`}</Column>
          <Column align="end">{t('coverageTerm')}</Column>
          <Column>{t('colGap')}</Column>
        </tr>
      </thead>
      <tbody>
        {rows.map((group) => (
          <GroupRow key={group.code} group={group} widest={widest} scale={scale} />
        ))}
      </tbody>
    </DataTable>
  )
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-lg">{title}</h3>
      {table([...groups.slice(0, SHOWN), ...apart], title)}
      {rest.length > 0 && (
        <Disclosure summary={t('showMore', { count: rest.length })}>
          {table(rest, `${title} (${rest.length})`)}
        </Disclosure>
      )}
    </div>
  )
}

function GroupRow({
  group,
  widest,
  scale,
}: {
  group: NamedGroup
  widest: { promised: number; gap: number }
  scale: Scale
}) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  const { label, href, promised, gap, coveragePercent } = group
  return (
    <Row>
      <RowHead>
        {href ? (
          <a href={href} className="link">
            <bdi>{label}</bdi>
          </a>
        ) : (
          <bdi>{label}</bdi>
        )}
      </RowHead>
      <BarCell
        value={Number(promised)}
        whole={widest.promised}
        print={scale.print(promised)}
        paint={coveragePercent ? COVERED : SILENT}
      />
      <NumberCell>
        {coveragePercent === null ? null : formatPercent(locale, coveragePercent)}
      </NumberCell>
      {gap ? (
        <GapCell
          value={toNumber(gap)}
          widest={widest.gap}
          print={`${gap.num > 0n ? '+' : ''}${scale.rounded(gap)}`}
        />
      ) : (
        <Cell>
          <span className="text-faint">{t('gapUnknown')}</span>
        </Cell>
      )}
    </Row>
  )
}
