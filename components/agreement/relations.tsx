import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LeftOutMark } from '@/components/agreements/left-out'
import { agreementHref } from '@/components/agreements/list-address'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import type { Filters } from '@/lib/schemas/filters'

/** What an agreement has to do with others, and what the counting rules make of it in each of its measures (method, section 9). */
export function Relations({
  detail: { relations, commitments, counting, description },
  clocks,
}: {
  detail: AgreementDetail
  clocks: Pick<Filters, 'asOf' | 'knownAt'>
}) {
  const t = useTranslations()
  const link = (reference: string) => (chunks: ReactNode) => (
    <Link href={agreementHref(reference, clocks)} prefetch={false} className="link">
      <bdi>{chunks}</bdi>
    </Link>
  )
  const mark = (reason: string) => (
    <LeftOutMark reference={description.reference} reason={reason} clocks={clocks} />
  )
  const rows = counting.filter(
    (row) => row.lane === 'reported' && commitments.some(({ measure }) => measure === row.measure),
  )
  return (
    <div className="grid gap-4">
      <ul className="grid gap-1">
        {relations.map(({ kind, direction, reference, title }) => (
          <li key={`${direction} ${kind} ${reference}`}>
            {t.rich(`agreement.relations.${direction}.${kind}`, { title, link: link(reference) })}
          </li>
        ))}
      </ul>
      <ul className="grid gap-2 text-sm">
        {rows.map((row) => {
          const { leftOut } = row
          const measure = t(`codes.measure.${row.measure}`)
          return (
            <li key={row.measure}>
              {leftOut === null
                ? t(row.counted ? 'agreement.counted' : 'agreement.notCounted', { measure })
                : t.rich('agreement.leftOut', { measure, mark: () => mark(leftOut) })}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
