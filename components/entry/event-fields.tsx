'use client'

import { useTranslations } from 'next-intl'
import { DayInput } from '@/components/forms/day-input'
import { SelectInput } from '@/components/forms/select-input'
import { SourceNote } from '@/components/forms/source-note'
import { TextArea, TextInput } from '@/components/forms/text-input'
import { IMPORTED_EVENT_KINDS } from '@/lib/schemas/import'
import { optionsOf } from './choices'
import { FormSection } from './form-section'
import { HiddenField } from './hidden-field'
import { SourceFields } from './source-fields'
import { StandingBecomes } from './standing-becomes'

/** What happened to the agreement, on which day, in whose words. */
export function EventFields() {
  const t = useTranslations('entry')
  const codes = useTranslations('codes')
  return (
    <>
      <FormSection id="event" title={t('forms.event.section')}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <SelectInput
            name="kind"
            label={t('eventKind')}
            empty={t('choose')}
            options={optionsOf(IMPORTED_EVENT_KINDS, (code) => codes(`eventKind.${code}`))}
          />
          <DayInput name="on" hint={t('dayHint')} />
        </div>
        <TextInput name="as_stated" note={<SourceNote />} />
        <TextArea name="reason" />
      </FormSection>
      <FormSection id="source" title={t('sectionSource')}>
        <SourceFields />
      </FormSection>
      <StandingBecomes />
    </>
  )
}

/** A dated, sourced remark that stands beside the status and never replaces it. */
export function AnnotationFields() {
  const t = useTranslations('entry')
  return (
    <>
      <HiddenField name="kind" />
      <FormSection id="annotation" title={t('forms.annotate.section')}>
        <TextArea name="reason" label={t('annotationText')} rows={4} />
        <DayInput name="on" hint={t('dayHint')} />
        <TextInput name="as_stated" note={<SourceNote />} />
      </FormSection>
      <FormSection id="source" title={t('sectionSource')}>
        <SourceFields />
      </FormSection>
    </>
  )
}
