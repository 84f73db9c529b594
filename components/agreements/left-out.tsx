import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Filters } from '@/lib/schemas/filters'
import { agreementHref } from './list-address'

const NAMED = /^(duplicate of|inside|overlaps) (.+)$/
const KEYS = { 'duplicate of': 'duplicate', inside: 'inside', overlaps: 'overlaps' } as const

/** Why the counting rules dropped an agreement, with the way to what counts instead (method, section 9). */
export function LeftOutMark({
  reference,
  reason,
  clocks,
}: {
  reference: string
  reason: string
  clocks: Pick<Filters, 'asOf' | 'knownAt'>
}) {
  const t = useTranslations('agreements.leftOut')
  const [, rule, counted] = NAMED.exec(reason) ?? []
  const key = Object.entries(KEYS).find(([name]) => name === rule)?.[1]
  const link = (to: string) => (chunks: ReactNode) => (
    <Link href={to} prefetch={false} className="link">
      <bdi>{chunks}</bdi>
    </Link>
  )
  return (
    <span className="inline-block border-s-4 border-rule-strong bg-sunken px-2 py-0.5 text-xs">
      {key && counted
        ? t.rich(key, { reference: counted, link: link(agreementHref(counted, clocks)) })
        : t.rich(reason === 'replaced' ? 'replaced' : 'parts', {
            link: link(`${agreementHref(reference, clocks)}#relations`),
          })}
    </span>
  )
}
