'use client'

import Check from 'lucide-react/icons/check'
import { useTranslations } from 'next-intl'
import { FieldLink } from '@/components/forms/field-link'
import { useEntry, useFieldLabel, useProblemText } from './entry-context'
import { inFormOrder } from './form-order'
import { controlId } from './state'

/** What is missing or wrong before the entry can be submitted, each a way to its field; and what is worth a second look. */
export function MissingList() {
  const t = useTranslations('entry')
  const common = useTranslations('common')
  const { state } = useEntry()
  const labelOf = useFieldLabel()
  const textOf = useProblemText()
  const problems = inFormOrder(state.kind, state.problems)
  const missing = problems.filter(({ code }) => MISSING.includes(code))
  const wrong = problems.filter(({ code }) => !MISSING.includes(code))
  return (
    <section aria-labelledby="missing-title" className="grid gap-4 text-sm">
      <h2 id="missing-title" className="text-base">
        {t('missingTitle')}
      </h2>
      {state.problems.length === 0 && (
        <p className="flex items-center gap-2 border-s-4 border-accent ps-3">
          <Check size={16} aria-hidden="true" className="shrink-0" />
          {t('nothingMissing')}
        </p>
      )}
      {missing.length > 0 && (
        <ul className="grid gap-1.5">
          {missing.map(({ path }) => (
            <li key={path}>
              <FieldLink to={controlId(path)}>{labelOf(path)}</FieldLink>
            </li>
          ))}
        </ul>
      )}
      {wrong.length > 0 && (
        <ul className="grid gap-2 border-s-4 border-danger ps-3">
          {wrong.map((problem) => (
            <li key={`${problem.path} ${problem.code}`}>
              <FieldLink to={controlId(problem.path)}>
                {common('named', { label: labelOf(problem.path) })}
              </FieldLink>{' '}
              <span>{textOf(problem)}</span>
            </li>
          ))}
        </ul>
      )}
      {state.warnings.length > 0 && (
        <div role="status" className="border-s-4 border-ink bg-warning-wash py-2 ps-3 pe-2">
          <h3 className="text-sm">{t('warningsTitle')}</h3>
          <ul className="mt-1 grid gap-2">
            {state.warnings.map((warning) => (
              <li key={`${warning.path} ${warning.code} ${JSON.stringify(warning.values)}`}>
                {warning.path !== '' && (
                  <>
                    <FieldLink to={controlId(warning.path)}>
                      {common('named', { label: labelOf(warning.path) })}
                    </FieldLink>{' '}
                  </>
                )}
                {textOf(warning)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

/** Problems that say only that nothing stands there yet. */
const MISSING: readonly string[] = ['required', 'quantity_or_reason']
