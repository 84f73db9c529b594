import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { addressOf, clocksOf } from '@/components/portfolio/directory-address'
import { FigureText } from '@/components/ui/figure-text'
import type { Filters } from '@/lib/schemas/filters'
import { TargetDetails } from './target-details'
import { type NationalTarget, targetWords } from './target-words'

/** The national targets one under the other, each complete in itself; no figure stands below them that could be read as a sum. */
export function TargetList({ targets, filters }: { targets: NationalTarget[]; filters: Filters }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <ul>
      {targets.map((target) => (
        <li
          key={target.code}
          className="grid gap-x-10 gap-y-4 border-t border-rule py-8 lg:grid-cols-[20rem_1fr]"
        >
          <div className="grid content-start gap-2">
            <h3 className="text-lg">
              <Link
                href={addressOf(`/targets/${target.code}`, clocksOf(filters))}
                prefetch={false}
                className="link"
              >
                <bdi>{target.title}</bdi>
              </Link>
            </h3>
            <p className="text-2xl font-semibold">
              <FigureText>{targetWords(locale, t, target).quantity}</FigureText>
            </p>
            <p className="text-sm text-soft">{t(`codes.measure.${target.measure}`)}</p>
          </div>
          <TargetDetails target={target} />
        </li>
      ))}
    </ul>
  )
}
