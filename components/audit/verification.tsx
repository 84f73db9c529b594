import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { Verification } from '@/lib/features/ledger/verify-ledger'
import { breakText } from './break-text'

/** What a verification of the chain found, with the head to keep elsewhere. */
export function VerificationResult({ found }: { found: Verification }) {
  const t = useTranslations('audit')
  const { head, breaks, orphans, keptHolds } = found
  const whole = breaks.length === 0 && orphans.length === 0 && keptHolds !== false
  return (
    <Notice kind={whole ? 'info' : 'danger'} role="status" title={t(whole ? 'whole' : 'broken')}>
      {!whole && (
        <ul className="mt-2 grid gap-1">
          {breaks.map((broken) => (
            <li key={`${broken.kind} ${broken.seq}`}>{breakText(t, broken)}</li>
          ))}
          {orphans.map(({ table, column, count, seq }) => (
            <li key={`${table} ${column} ${seq}`}>{t('orphans', { table, column, count, seq })}</li>
          ))}
          {keptHolds === false && <li>{t('headFails')}</li>}
        </ul>
      )}
      {keptHolds === true && <p className="mt-1">{t('headHolds')}</p>}
      <p className="mt-3 text-sm">{t('head')}</p>
      <p className="mt-1">
        <code dir="ltr" className="text-sm break-all">
          {head.seq}:{head.hash}
        </code>
      </p>
    </Notice>
  )
}
