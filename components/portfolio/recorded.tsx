import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-title'
import { dayOf } from '@/lib/clock'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { formatDay } from '@/lib/format'
import type { Filters } from '@/lib/schemas/filters'
import { recordHref } from './dashboard-address'

const KINDS = ['agreement', 'report', 'amendment', 'event', 'target', 'rate'] as const

/** What the book took in last, as far as the address lets it know. */
export function RecordedLast({
  recorded,
  filters,
}: {
  recorded: Dashboard['detail']['recorded']
  filters: Filters
}) {
  const t = useTranslations('dashboard')
  const locale = useLocale()
  if (recorded.length === 0) return null
  return (
    <Section id="recorded" title={t('recordedTitle')}>
      <ol>
        {recorded.map(({ seq, at, verb, count, changed, subjects }) => {
          const taken = verb.startsWith('undo')
            ? undefined
            : KINDS.find((one) => verb.includes(one))
          const kind = taken ?? 'other'
          const day = dayOf(Date.parse(at))
          return (
            <li
              key={seq}
              className="grid gap-x-6 gap-y-1 border-b border-rule py-3 text-sm first:border-t sm:grid-cols-[9.5rem_14rem_1fr]"
            >
              <time dateTime={at} className="whitespace-nowrap text-soft">
                {formatDay(locale, day, 'short')}
              </time>
              <span className="font-medium">
                {t(`recorded.${kind}`, { count, changed: changed ? 'yes' : 'no' })}
              </span>
              <span className="min-w-0">
                {subjects.map(({ subject, title, kind: page }, index) => (
                  <span key={subject}>
                    {index > 0 && ' · '}
                    {page && title ? (
                      <a
                        href={recordHref(
                          `/${page === 'agreement' ? 'agreements' : 'targets'}/${encodeURIComponent(subject)}`,
                          filters,
                        )}
                        className="link"
                      >
                        <bdi>{title}</bdi>
                      </a>
                    ) : (
                      <bdi>{subject}</bdi>
                    )}
                  </span>
                ))}
                {count > subjects.length && (
                  <span className="text-soft">
                    {' '}
                    {t('andMore', { count: count - subjects.length })}
                  </span>
                )}
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
