'use client'

import { useTranslations } from 'next-intl'
import { useText } from '@/components/entry/entry-context'
import { JOB_SCOPES, MISSING_REASONS } from '@/lib/domain/types'
import { JOBS_MEASURES } from '@/lib/schemas/import'
import { DeadlineInput } from './deadline-input'
import { MilestoneRows } from './milestone-rows'
import { QuantityInput } from './quantity-input'
import { RowList } from './row-list'
import { SelectInput } from './select-input'
import { TextInput } from './text-input'

/** What the same agreement promises in another measure. */
export function CommitmentRows() {
  const t = useTranslations('entry')
  return (
    <RowList list="commitments" add={t('addCommitment')} columns="sm:grid-cols-2">
      {(path) => <Commitment path={path} />}
    </RowList>
  )
}

function Commitment({ path }: { path: string }) {
  const t = useTranslations('entry')
  const codes = useTranslations('codes')
  const none = useText(`${path}.quantity`).trim() === ''
  const measures = JOBS_MEASURES.map((code) => ({ value: code, label: codes(`measure.${code}`) }))
  const scopes = JOB_SCOPES.map((code) => ({ value: code, label: codes(`scope.${code}`) }))
  const reasons = MISSING_REASONS.map((code) => ({
    value: code,
    label: codes(`missingReason.${code}`),
  }))
  return (
    <>
      <SelectInput name={`${path}.measure`} options={measures} empty={t('choose')} />
      <SelectInput name={`${path}.scope`} options={scopes} empty={t('choose')} />
      <div className="grid content-start gap-3">
        <QuantityInput name={`${path}.quantity`} unit="persons" />
        {none && <SelectInput name={`${path}.missing`} options={reasons} empty="" />}
      </div>
      <TextInput name={`${path}.as_stated`} />
      <DeadlineInput name={`${path}.deadline`} />
      <TextInput name={`${path}.deadline_as_stated`} />
      <div className="sm:col-span-2">
        <MilestoneRows list={`${path}.milestones`} unit="persons" />
      </div>
    </>
  )
}
