import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { periodWords } from '@/components/agreements/deadline-words'
import { isIsoDate } from '@/lib/domain/iso-date'
import type { NotMeasurableReason } from '@/lib/domain/types'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import { asCorrected, type Commitment, promisesOf } from './detail'
import { Quoted } from './quoted'

// These reasons are said in a sentence of their own below.
const SAID: readonly NotMeasurableReason[] = ['TARGET_MISSING', 'START_MISSING', 'BASELINE_MISSING']

/** Whether anything is missing that the list below would name. */
export function lacksOf(detail: AgreementDetail): boolean {
  return (
    detail.commitments.some((commitment) => commitmentLacks(commitment).length > 0) ||
    agreementLacks(detail).length > 0
  )
}

type Lack =
  | 'amount'
  | 'deadline'
  | 'deadlineWords'
  | 'baseline'
  | 'report'
  | 'verified'
  | 'measurable'

function commitmentLacks({
  versions,
  standing,
  baselines,
  observations,
  measure,
}: Commitment): Lack[] {
  const { current } = promisesOf(versions)
  const content = current && asCorrected(versions, current)
  if (content?.missing === 'not_applicable') return []
  const stated = content !== null && content.comparator !== 'missing'
  const { reason } = standing.reported
  const direct = observations.some(({ observation }) => observation === 'created_cumulative')
  const lacks: (Lack | false)[] = [
    !stated && 'amount',
    stated &&
      content.deadline === null &&
      (content.deadlineAsStated ? 'deadlineWords' : 'deadline'),
    reason !== null && !SAID.includes(reason) && 'measurable',
    stated && measure === 'net_new_jobs' && baselines.length === 0 && !direct && 'baseline',
    stated && standing.reported.created === null && observations.length === 0 && 'report',
    standing.reported.created !== null && standing.verified.created === null && 'verified',
  ]
  return lacks.filter((lack) => lack !== false)
}

function agreementLacks({ start, signedOn, signatories }: AgreementDetail) {
  const signed = signatories.some(({ capacity }) => ['signed', 'initialled'].includes(capacity))
  const lacks = [
    start === null && ('start' as const),
    start !== null && signedOn !== null && !isIsoDate(signedOn) && ('imprecise' as const),
    !signed && ('signatories' as const),
  ]
  return lacks.filter((lack) => lack !== false)
}

/** What nobody has said yet, or nobody has recorded: each in a sentence. */
export function Missing({ detail }: { detail: AgreementDetail }) {
  const t = useTranslations()
  const locale = useLocale()
  const period = detail.signedOn ? periodWords(locale, t, detail.signedOn) : ''
  return (
    <ul className="grid max-w-measure list-disc gap-1.5 ps-5">
      {detail.commitments.flatMap((commitment) =>
        commitmentLacks(commitment).map((lack) => (
          <li key={`${commitment.measure} ${lack}`}>
            <CommitmentLack commitment={commitment} lack={lack} />
          </li>
        )),
      )}
      {agreementLacks(detail).map((lack) => (
        <li key={lack}>{t(`agreement.missing.${lack}`, { period })}</li>
      ))}
    </ul>
  )
}

function CommitmentLack({ commitment, lack }: { commitment: Commitment; lack: Lack }): ReactNode {
  const t = useTranslations()
  const measure = t(`codes.measure.${commitment.measure}`)
  const { current } = promisesOf(commitment.versions)
  const content = current && asCorrected(commitment.versions, current)
  if (lack === 'amount')
    return t('agreement.missing.amount', {
      measure,
      reason: t(`codes.missingReason.${content?.missing ?? 'not_stated'}`),
    })
  if (lack === 'measurable')
    return t('agreement.missing.measurable', {
      measure,
      reason: t(`codes.reason.${commitment.standing.reported.reason ?? 'TARGET_MISSING'}`),
    })
  return t.rich(`agreement.missing.${lack}`, {
    measure,
    words: content?.deadlineAsStated ?? '',
    quote: (chunks) => <Quoted text={String(chunks)} language={content?.language ?? null} />,
  })
}
