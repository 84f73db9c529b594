'use client'

import { useTranslations } from 'next-intl'
import { DayInput } from '@/components/forms/day-input'
import { CountInput } from '@/components/forms/quantity-input'
import { SelectInput } from '@/components/forms/select-input'
import { SourceNote } from '@/components/forms/source-note'
import { TextArea, TextInput } from '@/components/forms/text-input'
import {
  EVIDENCES,
  type Measure,
  OBSERVATION_KINDS,
  type ObservationKind,
} from '@/lib/domain/types'
import { optionsOf } from './choices'
import { useText } from './entry-context'
import { FormSection } from './form-section'
import { SourceFields } from './source-fields'
import { StandingBecomes } from './standing-becomes'

/** The measures that each count feeds (method, section 5). */
const FEEDS: Record<ObservationKind, readonly Measure[]> = {
  headcount: ['net_new_jobs', 'headcount_level'],
  created_cumulative: ['net_new_jobs', 'headcount_level'],
  hires_cumulative: ['gross_hires'],
  invested_cumulative: ['investment'],
}

/** What was counted, when, by whom, and what the standing becomes with it. */
export function ReportFields({ measures }: { measures: readonly Measure[] }) {
  const t = useTranslations('entry')
  const codes = useTranslations('codes')
  const kind = useText('kind')
  const kinds = OBSERVATION_KINDS.filter((code) =>
    FEEDS[code].some((measure) => measures.includes(measure)),
  )
  return (
    <>
      <FormSection id="counted" title={t('sectionCounted')}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <SelectInput
            name="kind"
            label={t('countedKind')}
            empty={t('choose')}
            options={optionsOf(kinds, (code) => codes(`observationKind.${code}`))}
          />
          <DayInput name="data_date" hint={t('dataDateHint')} />
          <CountInput
            name="value"
            unit={kind === 'invested_cumulative' ? 'money' : 'persons'}
            negative={kind === 'created_cumulative'}
            hint={t('valueHint')}
          />
          <TextInput name="as_stated" note={<SourceNote />} />
          <SelectInput
            name="evidence"
            empty={t('choose')}
            hint={t('evidenceHint')}
            options={optionsOf(EVIDENCES, (code) => codes(`evidence.${code}`))}
          />
          <TextInput name="perimeter" hint={t('perimeterHint')} />
        </div>
      </FormSection>
      <FormSection id="source" title={t('sectionSource')}>
        <SourceFields />
        <TextArea name="notes" />
      </FormSection>
      <StandingBecomes />
    </>
  )
}
