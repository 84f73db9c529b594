'use client'

import { useTranslations } from 'next-intl'
import { DayInput } from '@/components/forms/day-input'
import { DeadlineInput } from '@/components/forms/deadline-input'
import { FigureGroup } from '@/components/forms/figure-group'
import { MilestoneRows } from '@/components/forms/milestone-rows'
import { QuantityInput } from '@/components/forms/quantity-input'
import { TextArea } from '@/components/forms/text-input'
import { FormSection } from './form-section'
import { HiddenField } from './hidden-field'
import { SourceFields } from './source-fields'
import { StandingBecomes } from './standing-becomes'

/** A whole promise anew: by an amendment of the parties, or as it should have been recorded. */
export function AmendmentFields({
  kind,
  money,
}: {
  kind: 'amendment' | 'correction'
  money: boolean
}) {
  const t = useTranslations('entry')
  const unit = money ? 'money' : 'persons'
  return (
    <>
      <HiddenField name="kind" />
      <HiddenField name="measure" />
      <FormSection id="promised" title={t(`forms.${kind}.section`)} lead={t('wholeVersion')}>
        {kind === 'amendment' ? (
          <DayInput name="effective_on" hint={t('effectiveHint')} />
        ) : (
          <HiddenField name="corrects" />
        )}
        <FigureGroup title={t('fields.quantity')} figure="quantity" asStated="as_stated">
          <QuantityInput name="quantity" unit={unit} />
        </FigureGroup>
        <FigureGroup title={t('deadlineTitle')} figure="deadline" asStated="deadline_as_stated">
          <DeadlineInput name="deadline" hint={t('deadlineHint')} />
        </FigureGroup>
        <MilestoneRows unit={unit} />
        <TextArea name="reason" hint={t(`forms.${kind}.reasonHint`)} />
      </FormSection>
      <FormSection id="source" title={t('sectionSource')}>
        <SourceFields />
      </FormSection>
      <StandingBecomes />
    </>
  )
}
