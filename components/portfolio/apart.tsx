import { useTranslations } from 'next-intl'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import type { Filters } from '@/lib/schemas/filters'
import { behind } from './dashboard-address'
import type { Scale } from './scale'

/** What stands beside the total and is never added to it (method, section 9, apart). */
export function Apart({
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
  const { ceilings, mixedScope, grossHires, headcountLevels } = summary.figures.apart
  const left = summary.leftOut.length
  const jobs = (value: bigint) => all('common.jobs', { count: Number(value) })
  const lines = [
    ceilings.count > 0 && {
      key: 'ceilings',
      text: t('apartCeilings', { count: ceilings.count, amount: scale.withUnit(ceilings.high) }),
    },
    mixedScope.count > 0 && {
      key: 'mixed',
      text: t('apartMixed', {
        count: mixedScope.count,
        amount: scale.withUnit(mixedScope.promised),
      }),
    },
    grossHires.count > 0 && {
      key: 'hires',
      text: t('apartHires', { count: grossHires.count, amount: jobs(grossHires.promised) }),
      href: behind(filters, { measure: 'gross_hires' }),
    },
    headcountLevels.count > 0 && {
      key: 'levels',
      text: t('apartLevels', { count: headcountLevels.count }),
      href: behind(filters, { measure: 'headcount_level' }),
    },
    left > 0 && { key: 'left', text: t('leftOut', { count: left }), href: behind(filters, {}) },
  ].filter((line) => line !== false)
  if (lines.length === 0) return null
  return (
    <div className="mt-8">
      <h3 className="text-base">{t('apartTitle')}</h3>
      <ul className="mt-2 grid max-w-measure gap-1.5 text-sm text-soft">
        {lines.map(({ key, text, href }) => (
          <li key={key}>
            {href ? (
              <a href={href} className="link">
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
