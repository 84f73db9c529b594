import { useTranslations } from 'next-intl'
import { ClaimRows } from '@/components/forms/claim-rows'
import { CommitmentRows } from '@/components/forms/commitment-rows'
import { DayInput } from '@/components/forms/day-input'
import { DeadlineInput } from '@/components/forms/deadline-input'
import { FigureGroup } from '@/components/forms/figure-group'
import { MilestoneRows } from '@/components/forms/milestone-rows'
import { OrganisationInput } from '@/components/forms/organisation-input'
import { OrganisationRows } from '@/components/forms/organisation-rows'
import { OtherSourceRows } from '@/components/forms/other-source-rows'
import { CountInput, QuantityInput } from '@/components/forms/quantity-input'
import { RelationRows } from '@/components/forms/relation-rows'
import { SelectInput } from '@/components/forms/select-input'
import { SignatoryRows } from '@/components/forms/signatory-rows'
import { TextArea, TextInput } from '@/components/forms/text-input'
import {
  AGREEMENT_TYPES,
  BINDINGS,
  JOB_SCOPES,
  LIFECYCLES,
  MISSING_REASONS,
  REGIONS,
  SECTORS,
  SIGNED_BASES,
} from '@/lib/domain/types'
import type { Fields } from '@/lib/schemas/entry-rows'
import { JOBS_MEASURES } from '@/lib/schemas/import'
import { optionsOf } from './choices'
import { FoldedSection, FormSection } from './form-section'
import { SourceFields } from './source-fields'

/** Everything that a new agreement says, the rare parts folded. `fields` says which of those already say something. */
export function AgreementFields({ fields }: { fields: Fields }) {
  const t = useTranslations('entry')
  const says = (...starts: string[]) =>
    Object.entries(fields).some(
      ([name, text]) => text !== '' && starts.some((start) => name.startsWith(start)),
    )
  return (
    <>
      <FormSection id="source" title={t('sectionSource')} lead={t('sectionSourceLead')}>
        <SourceFields language />
      </FormSection>
      <Identity />
      <Promised />
      <FormSection id="people" title={t('sectionPeople')}>
        <SignatoryRows />
      </FormSection>
      <div>
        <FoldedSection title={t('milestonesTitle')} open={says('milestones.')}>
          <MilestoneRows unit="persons" />
        </FoldedSection>
        <FoldedSection
          title={t('commitmentsTitle')}
          lead={t('commitmentsLead')}
          open={says('commitments.')}
        >
          <CommitmentRows />
        </FoldedSection>
        <FoldedSection title={t('claimsTitle')} lead={t('claimsLead')} open={says('claims.')}>
          <ClaimRows />
        </FoldedSection>
        <FoldedSection title={t('relationsTitle')} open={says('relations.')}>
          <RelationRows />
        </FoldedSection>
        <Rest open={says('summary', 'notes', 'other_sources.')} />
      </div>
    </>
  )
}

/** Who signed what with whom, when and where. */
export function Identity({ stage = true }: { stage?: boolean }) {
  const t = useTranslations('entry')
  const codes = useTranslations('codes')
  return (
    <FormSection id="agreement" title={t('sectionAgreement')}>
      <OrganisationInput name="company" kind="company" hint={t('companyHint')} />
      <TextInput name="title" hint={t('titleHint')} />
      <OrganisationRows
        list="government_parties"
        kind="government"
        label={t('governmentParty')}
        add={t('addGovernmentParty')}
      />
      <OrganisationRows
        list="other_companies"
        kind="company"
        label={t('otherCompany')}
        add={t('addOtherCompany')}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <DayInput name="signed_on" hint={t('dayHint')} />
        <SelectInput
          name="signed_basis"
          empty=""
          options={optionsOf(SIGNED_BASES, (code) => codes(`signedBasis.${code}`))}
        />
        <SelectInput
          name="type"
          empty={t('choose')}
          options={optionsOf(AGREEMENT_TYPES, (code) => codes(`agreementType.${code}`))}
        />
        <SelectInput
          name="binding"
          options={optionsOf(BINDINGS, (code) => codes(`binding.${code}`))}
        />
        <SelectInput
          name="sector"
          empty={t('choose')}
          options={optionsOf(SECTORS, (code) => codes(`sector.${code}`))}
        />
        <SelectInput
          name="region"
          empty={t('choose')}
          options={optionsOf(REGIONS, (code) => codes(`region.${code}`))}
        />
        <TextInput name="place" />
        {stage && (
          <SelectInput
            name="lifecycle"
            empty=""
            options={optionsOf(LIFECYCLES, (code) => codes(`lifecycle.${code}`))}
          />
        )}
      </div>
    </FormSection>
  )
}

/** The figures, each with the words that state it. */
function Promised() {
  const t = useTranslations('entry')
  const codes = useTranslations('codes')
  const reasons = optionsOf(MISSING_REASONS, (code) => codes(`missingReason.${code}`))
  return (
    <FormSection id="promised" title={t('sectionPromised')} lead={t('sectionPromisedLead')}>
      <FigureGroup
        title={t('jobsTitle')}
        figure="jobs"
        asStated="jobs_as_stated"
        instead={<SelectInput name="jobs_missing" empty="" options={reasons} />}
      >
        <QuantityInput name="jobs" unit="persons" hint={t('jobsHint')} />
      </FigureGroup>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectInput
          name="jobs_measure"
          options={optionsOf(JOBS_MEASURES, (code) => codes(`measure.${code}`))}
        />
        <SelectInput
          name="jobs_scope"
          options={optionsOf(JOB_SCOPES, (code) => codes(`scope.${code}`))}
        />
      </div>
      <FigureGroup title={t('deadlineTitle')} figure="deadline" asStated="deadline_as_stated">
        <DeadlineInput name="deadline" hint={t('deadlineHint')} />
      </FigureGroup>
      <FigureGroup
        title={t('baselineTitle')}
        figure="baseline_headcount"
        asStated="baseline_as_stated"
      >
        <CountInput name="baseline_headcount" unit="persons" hint={t('baselineHint')} />
        <DayInput name="baseline_date" />
      </FigureGroup>
      <FigureGroup
        title={t('amountTitle')}
        figure="amount"
        asStated="amount_as_stated"
        instead={<SelectInput name="amount_missing" empty="" options={reasons} />}
      >
        <QuantityInput name="amount" unit="money" currencyField="currency" hint={t('amountHint')} />
        <TextInput name="currency" dir="ltr" hint={t('currencyHint')} />
      </FigureGroup>
    </FormSection>
  )
}

/** What few entries need. */
export function Rest({ open = false, reference = true }: { open?: boolean; reference?: boolean }) {
  const t = useTranslations('entry')
  return (
    <FoldedSection title={reference ? t('restTitle') : t('restTitleEdit')} open={open}>
      <TextArea name="summary" />
      <OtherSourceRows />
      <TextArea name="notes" />
      {reference && <TextInput name="reference" dir="ltr" hint={t('referenceHint')} />}
    </FoldedSection>
  )
}
