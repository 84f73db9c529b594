import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Filters } from '@/lib/schemas/filters'
import { leftOutRule } from './left-out-rule'
import { agreementHref } from './list-address'

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
  const { key, counted } = leftOutRule(reason)
  const link = (to: string) => (chunks: ReactNode) => (
    <Link href={to} prefetch={false} className="link">
      <bdi>{chunks}</bdi>
    </Link>
  )
  return (
    <span className="inline-block border-s-4 border-rule-strong bg-sunken px-2 py-0.5 text-xs">
      {counted === null
        ? t.rich(key, { link: link(`${agreementHref(reference, clocks)}#relations`) })
        : t.rich(key, { reference: counted, link: link(agreementHref(counted, clocks)) })}
    </span>
  )
}
