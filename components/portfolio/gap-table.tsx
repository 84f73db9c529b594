import { useLocale, useTranslations } from 'next-intl'
import type { Paint } from '@/components/ui/badge'
import { Bar, GapBar } from '@/components/ui/bars'
import { Disclosure } from '@/components/ui/disclosure'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
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
  more,
}: {
  by: 'company' | 'group' | 'sector' | 'region'
  title: string
  groups: NamedGroup[]
  apart: NamedGroup[]
  scale: Scale
  /** Where all groups stand, when they may be too many for this page. */
  more?: { href: string; label: string }
}) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  const every = [...groups, ...apart]
  if (every.length === 0) return null
  const widest = {
    promised: Math.max(...every.map(({ promised }) => Number(promised))),
    gap: Math.max(...every.map(({ gap }) => (gap ? Math.abs(toNumber(gap)) : 0))),
  }
  const rest = groups.slice(SHOWN)
  const table = (rows: NamedGroup[], caption: string) => (
    <RecordTable
      caption={caption}
      below="md"
      rows={rows}
      keyOf={({ code }) => code}
      head={{ label: t('colGroup', { by }), cell: (group) => <GroupName {...group} /> }}
      columns={[
        {
          key: 'promised',
          label: `${t('colPromised')} (${scale.unit})`,
          wide: true,
          cell: ({ promised, coveragePercent }) => (
            <Bar
              value={Number(promised)}
              whole={widest.promised}
              print={scale.print(promised)}
              paint={coveragePercent ? COVERED : SILENT}
            />
          ),
        },
        {
          key: 'covered',
          label: t('colCovered'),
          align: 'end',
          cell: ({ coveragePercent }) =>
            coveragePercent === null ? (
              '–'
            ) : (
              <FigureText>{formatPercent(locale, coveragePercent)}</FigureText>
            ),
        },
        {
          key: 'gap',
          label: t('colGap'),
          cell: ({ gap }) =>
            gap ? (
              <GapBar
                value={toNumber(gap)}
                widest={widest.gap}
                print={`${gap.num > 0n ? '+' : ''}${scale.rounded(gap)}`}
              />
            ) : (
              <span className="text-faint">{t('gapUnknown')}</span>
            ),
        },
      ]}
    />
  )
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-lg">{title}</h3>
      {table([...groups.slice(0, SHOWN), ...apart], title)}
      {rest.length > 0 && more && (
        <p className="pt-1 text-sm">
          <a href={more.href} className="link">
            {more.label}
          </a>
        </p>
      )}
      {rest.length > 0 && !more && (
        <Disclosure summary={t('showMore', { count: rest.length })}>
          {table(rest, `${title} (${rest.length})`)}
        </Disclosure>
      )}
    </div>
  )
}

function GroupName({ label, href }: NamedGroup) {
  if (!href) return <bdi>{label}</bdi>
  return (
    <a href={href} className="link">
      <bdi>{label}</bdi>
    </a>
  )
}
