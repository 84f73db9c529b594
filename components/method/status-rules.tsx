import { useTranslations } from 'next-intl'
import { StatusChip } from '@/components/portfolio/chips'
import type { PaceStatus } from '@/lib/domain/types'

/** In the order in which the rules are tried (method, section 8). */
const ORDER: readonly PaceStatus[] = [
  'INACTIVE',
  'NOT_MEASURABLE',
  'NO_DEADLINE',
  'MET',
  'MET_LATE',
  'SLIPPED',
  'MISSED',
  'DUE_UNREPORTED',
  'TOO_EARLY',
  'NO_REPORT',
  'OUT_OF_DATE',
  'REVERSED',
  'AHEAD',
  'ON_TRACK',
  'AT_RISK',
  'BEHIND',
]

/** The sixteen statuses with the rule that leads to each. */
export function StatusRules() {
  const t = useTranslations('method.rules')
  return (
    <dl className="mt-2 grid max-w-measure">
      {ORDER.map((status) => (
        <div
          key={status}
          className="grid gap-x-4 border-t border-rule py-2 sm:grid-cols-[14rem_1fr]"
        >
          <dt>
            <StatusChip status={status} />
          </dt>
          <dd className="text-sm text-soft">{t(status)}</dd>
        </div>
      ))}
    </dl>
  )
}
