import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { StatusChip } from '@/components/portfolio/chips'
import { Cell, Column, DataTable, Row, RowHead } from '@/components/ui/data-table'
import { FigureText } from '@/components/ui/figure-text'
import { RecordTable } from '@/components/ui/record-table'
import type { PreviewedEffect, PreviewedStanding } from '@/lib/features/proposals/proposal'
import { formatDay, formatNumber, formatPercent } from '@/lib/format'

type Figures = PreviewedEffect['net_new_jobs']['before']

const TOTALS: readonly (readonly [
  key: 'promised' | 'gross' | 'reporting' | 'created' | 'cohort',
  of: (figures: Figures) => string | null,
])[] = [
  ['promised', ({ promised }) => promised],
  ['gross', ({ gross }) => gross],
  ['reporting', ({ reporting }) => reporting.promised],
  ['created', ({ reporting }) => reporting.created],
  ['cohort', ({ cohort }) => cohort.promised],
]

function signed(print: (value: bigint) => string, value: bigint): string {
  return value > 0n ? `+${print(value)}` : print(value)
}

/** The totals of the portfolio before and after, and by how much each moves. */
export function EffectTable({
  effect,
  past = false,
}: {
  effect: PreviewedEffect
  /** It has happened: before and after, not now and then. */
  past?: boolean
}) {
  const t = useTranslations()
  const locale = useLocale()
  const { net_new_jobs, investment, asOf } = effect
  const groups = [
    { measure: 'net_new_jobs', pair: net_new_jobs, amounts: amountsIn(locale, t, null) },
    { measure: 'investment', pair: investment, amounts: amountsIn(locale, t, 'MAD') },
  ] as const
  const rows = groups.flatMap(({ measure, pair, amounts }) =>
    TOTALS.map(([key, of]) => {
      const [before, after] = [of(pair.before), of(pair.after)]
      const delta = BigInt(after ?? '0') - BigInt(before ?? '0')
      const print = (text: string | null) => (text === null ? null : amounts.amount(BigInt(text)))
      const year = String(pair.after.cohort.year)
      return {
        key: `${measure} ${key}`,
        label: `${t('common.named', { label: t(`codes.measure.${measure}`) })} ${t(`review.effects.${key}`, { year })}`,
        before: print(before),
        after: print(after),
        delta: delta === 0n ? null : signed(amounts.amount, delta),
        always: key === 'promised' || measure === 'net_new_jobs',
      }
    }),
  )
  return (
    <RecordTable
      caption={t('review.effectCaption', { day: formatDay(locale, asOf) })}
      captionHidden={false}
      below="md"
      rows={rows.filter(({ always, delta }) => always || delta !== null)}
      keyOf={({ key }) => key}
      head={{ label: t('review.total'), cell: ({ label }) => label }}
      columns={[
        {
          key: 'before',
          label: t(past ? 'review.batchBefore' : 'review.now'),
          align: 'end',
          cell: ({ before }) => <Total of={before} />,
        },
        {
          key: 'after',
          label: t(past ? 'review.batchAfter' : 'review.then'),
          align: 'end',
          cell: ({ after }) => <Total of={after} />,
        },
        {
          key: 'moves',
          label: t('review.moves'),
          align: 'end',
          cell: ({ delta }) =>
            delta === null ? (
              <span className="text-faint">{t('review.same')}</span>
            ) : (
              <strong className="whitespace-nowrap">
                <FigureText>{delta}</FigureText>
              </strong>
            ),
        },
      ]}
    />
  )
}

function Total({ of }: { of: string | null }) {
  const t = useTranslations('review')
  if (of === null) return <span className="text-faint">{t('undefined')}</span>
  return (
    <span className="whitespace-nowrap">
      <FigureText>{of}</FigureText>
    </span>
  )
}

/** Where the agreement stands now and once this is accepted, in both lanes. */
export function StandingTable({ standings }: { standings: readonly PreviewedStanding[] }) {
  const t = useTranslations()
  return (
    <DataTable caption={t('review.standingCaption')}>
      <thead>
        <tr>
          <Column>{t('review.promise')}</Column>
          <Column>{t('review.now')}</Column>
          <Column>{t('review.then')}</Column>
        </tr>
      </thead>
      <tbody>
        {standings.map(({ measure, lane, currency, before, after }) => (
          <Row key={`${measure} ${lane}`}>
            <RowHead>
              {t(`codes.measure.${measure}`)}
              <span className="block font-normal text-soft">{t(`codes.lane.${lane}`)}</span>
            </RowHead>
            <Cell>
              <Stand standing={before} currency={currency} />
            </Cell>
            <Cell>
              {JSON.stringify(before) === JSON.stringify(after) ? (
                <span className="text-faint">{t('review.same')}</span>
              ) : (
                <Stand standing={after} currency={currency} />
              )}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

function Stand({
  standing,
  currency,
}: {
  standing: PreviewedStanding['before']
  currency: string | null
}) {
  const t = useTranslations()
  const locale = useLocale()
  if (!standing) return <span className="text-faint">{t('review.notThere')}</span>
  const { status, reason, created, target, progressPercent, dataDate } = standing
  const amount = (value: number) =>
    currency === null
      ? formatNumber(locale, value)
      : `${formatNumber(locale, value)}\u00a0${currency}`
  const progress = progressPercent === null ? '' : ` · ${formatPercent(locale, progressPercent)}`
  return (
    <span className="grid gap-1">
      <StatusChip status={status} reason={reason} />
      {created !== null && target !== null && (
        <FigureText>{`${amount(created)} / ${amount(target)}${progress}`}</FigureText>
      )}
      {created === null && target !== null && (
        <FigureText>{t('review.ofTarget', { target: amount(target) })}</FigureText>
      )}
      {dataDate !== null && (
        <span className="text-xs text-soft">
          {t('common.dataDate', { day: formatDay(locale, dataDate) })}
        </span>
      )}
    </span>
  )
}

/** In a line: what moves when it is accepted; a status that flips is named. */
export function EffectWords({
  effect,
  standings,
}: {
  effect: PreviewedEffect
  standings: readonly PreviewedStanding[]
}) {
  const t = useTranslations()
  const locale = useLocale()
  const jobs = amountsIn(locale, t, null)
  const money = amountsIn(locale, t, 'MAD')
  const move = (of: (figures: Figures) => string | null, pair: PreviewedEffect['net_new_jobs']) =>
    BigInt(of(pair.after) ?? '0') - BigInt(of(pair.before) ?? '0')
  const moves = [
    [t('review.jobsPromised'), move(({ promised }) => promised, effect.net_new_jobs), jobs],
    [
      t('review.jobsReported'),
      move(({ reporting }) => reporting.created, effect.net_new_jobs),
      jobs,
    ],
    [t('review.moneyPromised'), move(({ promised }) => promised, effect.investment), money],
    [t('review.moneySpent'), move(({ reporting }) => reporting.created, effect.investment), money],
  ] as const
  const told = moves.filter(([, value]) => value !== 0n)
  const flips = standings.filter(
    ({ lane, before, after }) =>
      lane === 'reported' && before && after && before.status !== after.status,
  )
  if (told.length + flips.length === 0)
    return <span className="text-soft">{t('review.movesNothing')}</span>
  return (
    <span className="grid gap-1">
      {told.map(([label, value, amounts]) => (
        <span key={label} className="flex flex-wrap gap-x-2">
          <strong className="whitespace-nowrap">
            <FigureText>{signed(amounts.amount, value)}</FigureText>
          </strong>
          <span className="text-soft">{label}</span>
        </span>
      ))}
      {flips.map(({ measure, before, after }) => (
        <span key={measure} className="text-sm">
          {t('review.flips', {
            before: t(`codes.status.${before?.status ?? 'NO_REPORT'}`),
            after: t(`codes.status.${after?.status ?? 'NO_REPORT'}`),
          })}
        </span>
      ))}
    </span>
  )
}
