'use client'

import ArrowRight from 'lucide-react/icons/arrow-right'
import { useLocale, useTranslations } from 'next-intl'
import { StatusChip } from '@/components/portfolio/chips'
import { FigureText } from '@/components/ui/figure-text'
import { formatDay, formatNumber, formatPercent } from '@/lib/format'
import { useEntry } from './entry-context'
import type { Standings } from './state'

type One = Standings[number]
type Standing = NonNullable<One['after']>

/** What the standing becomes when this is accepted, computed by the server from what is typed. */
export function StandingBecomes() {
  const t = useTranslations('entry')
  const { state } = useEntry()
  const shown = state.standings.filter(
    ({ lane, before, after }) => lane === 'reported' || differs(before, after),
  )
  return (
    <section
      aria-labelledby="becomes-title"
      aria-live="polite"
      className="border-2 border-rule-strong bg-raised p-4"
    >
      <h2 id="becomes-title" className="text-lg">
        {t('becomesTitle')}
      </h2>
      {shown.length === 0 && <p className="mt-2 text-sm text-soft">{t('becomesLater')}</p>}
      <div className="mt-3 grid gap-4">
        {shown.map((one) => (
          <Change key={`${one.measure} ${one.lane}`} one={one} />
        ))}
      </div>
    </section>
  )
}

function differs(before: Standing | null, after: Standing | null): boolean {
  return JSON.stringify(before) !== JSON.stringify(after)
}

function Change({ one: { measure, lane, currency, before, after } }: { one: One }) {
  const t = useTranslations()
  return (
    <div className="grid gap-2 border-t border-rule pt-3 text-sm">
      <p className="font-semibold">
        {t(`codes.measure.${measure}`)} · {t(`codes.lane.${lane}`)}
      </p>
      {differs(before, after) ? (
        <div className="grid items-center gap-3 sm:grid-cols-[1fr_auto_1fr]">
          <Stand label={t('entry.becomesNow')} standing={before} currency={currency} />
          <ArrowRight
            size={20}
            aria-hidden="true"
            className="rotate-90 sm:rotate-0 rtl:sm:rotate-180"
          />
          <Stand label={t('entry.becomesThen')} standing={after} currency={currency} />
        </div>
      ) : (
        <p className="text-soft">{t('entry.becomesSame')}</p>
      )}
    </div>
  )
}

function Stand({
  label,
  standing,
  currency,
}: {
  label: string
  standing: Standing | null
  currency: string | null
}) {
  const t = useTranslations()
  const locale = useLocale()
  if (!standing) return <p className="text-soft">{t('entry.becomesNothing')}</p>
  const { status, reason, created, target, progressPercent, dataDate } = standing
  const amount = (value: number) =>
    currency === null
      ? formatNumber(locale, value)
      : `${formatNumber(locale, value)}\u00a0${currency}`
  return (
    <div className="grid gap-1">
      <span className="text-xs text-soft">{label}</span>
      <StatusChip status={status} reason={reason} />
      {created !== null && target !== null && (
        <FigureText>
          {`${amount(created)} / ${amount(target)}${progressPercent === null ? '' : ` · ${formatPercent(locale, progressPercent)}`}`}
        </FigureText>
      )}
      {dataDate !== null && (
        <span className="text-xs text-soft">
          {t('common.dataDate', { day: formatDay(locale, dataDate) })}
        </span>
      )}
    </div>
  )
}
