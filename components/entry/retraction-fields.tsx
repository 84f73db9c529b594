'use client'

import { useTranslations } from 'next-intl'
import { TextArea } from '@/components/forms/text-input'
import { STATEMENT } from '@/lib/schemas/entry-rows'
import { useEntry, useError, useText } from './entry-context'
import { FormSection } from './form-section'
import { StandingBecomes } from './standing-becomes'
import { controlId } from './state'

/** A statement that can be taken back, in words. */
export interface Retractable {
  /** `fact:12`, `event:3`, `relation:part_of:REF`. */
  value: string
  kind: string
  text: string
  words: string | null
}

/** Which statement is taken back, and why. It stays readable for ever; it stops counting. */
export function RetractionFields({ statements }: { statements: readonly Retractable[] }) {
  const t = useTranslations('entry')
  const { texts } = useEntry()
  const chosen = useText(STATEMENT)
  const error = useError(STATEMENT)
  return (
    <>
      <FormSection id="retract" title={t('forms.retract.section')}>
        <fieldset
          id={controlId(STATEMENT)}
          tabIndex={-1}
          className={`grid gap-2 ${error ? 'border-s-4 border-danger ps-3' : ''}`}
        >
          <legend className="mb-2 text-xs font-semibold text-soft">{t('fields.statement')}</legend>
          {error && <p className="text-sm font-semibold text-danger">{error}</p>}
          {statements.map(({ value, kind, text, words }) => (
            <label
              key={value}
              className="flex cursor-pointer items-start gap-3 rounded-xs border border-rule-strong bg-raised p-3 text-sm has-checked:border-accent"
            >
              <input
                type="radio"
                name={STATEMENT}
                value={value}
                checked={chosen === value}
                onChange={() => texts.set(STATEMENT, value)}
                className="mt-1"
              />
              <span className="grid min-w-0 gap-0.5">
                <span className="text-xs text-soft">{kind}</span>
                <bdi className="font-semibold">{text}</bdi>
                {words && (
                  <q dir="auto" className="text-soft">
                    {words}
                  </q>
                )}
              </span>
            </label>
          ))}
        </fieldset>
        <TextArea name="reason" hint={t('forms.retract.reasonHint')} />
      </FormSection>
      <StandingBecomes />
    </>
  )
}
