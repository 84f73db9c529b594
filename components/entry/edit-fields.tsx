import { useTranslations } from 'next-intl'
import { ClaimRows } from '@/components/forms/claim-rows'
import { CommitmentRows } from '@/components/forms/commitment-rows'
import { DayInput } from '@/components/forms/day-input'
import { FigureGroup } from '@/components/forms/figure-group'
import { CountInput } from '@/components/forms/quantity-input'
import { RelationRows } from '@/components/forms/relation-rows'
import { SignatoryRows } from '@/components/forms/signatory-rows'
import { TextArea } from '@/components/forms/text-input'
import { Identity, Rest } from './agreement-fields'
import { FoldedSection, FormSection } from './form-section'
import { SourceFields } from './source-fields'

/** The description of an agreement. Its promise is not among it: that is amended or corrected. */
export function EditFields() {
  const t = useTranslations('entry')
  return (
    <>
      <FormSection id="why" title={t('forms.edit.section')}>
        <TextArea name="reason" hint={t('forms.edit.reasonHint')} />
      </FormSection>
      <Identity stage={false} />
      <FormSection id="people" title={t('sectionPeople')}>
        <SignatoryRows />
      </FormSection>
      <FormSection id="baseline" title={t('baselineTitle')} lead={t('forms.edit.baselineLead')}>
        <FigureGroup
          title={t('fields.baseline_headcount')}
          figure="baseline_headcount"
          asStated="baseline_as_stated"
        >
          <CountInput name="baseline_headcount" unit="persons" hint={t('baselineHint')} />
          <DayInput name="baseline_date" />
        </FigureGroup>
      </FormSection>
      <FormSection id="relations" title={t('relationsTitle')}>
        <RelationRows />
      </FormSection>
      <FormSection id="source" title={t('sectionSource')}>
        <SourceFields language />
      </FormSection>
      <div>
        <FoldedSection title={t('commitmentsTitle')} lead={t('commitmentsLead')}>
          <CommitmentRows />
        </FoldedSection>
        <FoldedSection title={t('claimsTitle')} lead={t('claimsLead')}>
          <ClaimRows />
        </FoldedSection>
        <Rest reference={false} />
      </div>
    </>
  )
}
