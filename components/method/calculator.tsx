'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Field } from '@/components/forms/field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import {
  COMPARATORS,
  EVIDENCES,
  JOB_SCOPES,
  LIFECYCLES,
  MEASURES,
  OBSERVATION_KINDS,
  PREPOSITIONS,
} from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import { calculate, type Entries, MILESTONE_LINES, REPORT_LINES } from './entries'
import { Result } from './result'

const VERSION = 'commitment.versions.0'

/** The method on the reader's own numbers: computed as they type, or on the server where there is no JavaScript. Nothing typed is ever lost. */
export function Calculator({
  initial,
  action,
}: {
  initial: Entries
  action: (before: Entries, form: FormData) => Promise<Entries>
}) {
  const t = useTranslations('calculator')
  const codes = useTranslations('codes')
  const [answered, submit] = useActionState(action, initial)
  const [entries, setEntries] = useState(answered)
  const outcome = calculate(entries)
  const inputs = fieldsOf(entries, outcome.problems, useProblemText(), (name, text) =>
    setEntries((before) => ({ ...before, [name]: text })),
  )
  const options = <C extends string>(list: readonly C[], label: (code: C) => string) =>
    list.map((code) => ({ value: code, label: label(code) }))

  return (
    <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
      <form
        action={submit}
        onSubmit={(event) => event.preventDefault()}
        noValidate
        className="grid gap-6"
      >
        <div className="grid gap-4 sm:grid-cols-3">
          {inputs.choice(
            'commitment.measure',
            t('measure'),
            options(MEASURES, (c) => codes(`measure.${c}`)),
          )}
          {inputs.choice(
            'commitment.scope',
            t('scope'),
            options(JOB_SCOPES, (c) => codes(`scope.${c}`)),
          )}
          {inputs.choice(
            'lifecycle',
            t('lifecycle'),
            options(LIFECYCLES, (c) => codes(`lifecycle.${c}`)),
          )}
          {inputs.text('asOf', t('asOf'), 'date')}
          {inputs.text('commitment.start', t('start'), 'date')}
          {inputs.text('commitment.baseline', t('baseline'))}
        </div>
        <fieldset className="grid gap-4 border-t border-rule pt-4 sm:grid-cols-3">
          <legend className="float-start mb-2 font-semibold sm:col-span-3">{t('promise')}</legend>
          {inputs.choice(
            `${VERSION}.comparator`,
            t('comparator'),
            options(COMPARATORS, (c) => codes(`comparator.${c}`)),
          )}
          {inputs.text(`${VERSION}.value`, t('value'))}
          {entries[`${VERSION}.comparator`] === 'range'
            ? inputs.text(`${VERSION}.valueHigh`, t('valueHigh'))
            : inputs.text('commitment.currency', t('currency'))}
          {inputs.choice(
            `${VERSION}.preposition`,
            t('preposition'),
            options(PREPOSITIONS, (c) => codes(`preposition.${c}`)),
          )}
          {inputs.text(`${VERSION}.due`, t('due'))}
        </fieldset>
        <fieldset className="grid gap-4 border-t border-rule pt-4">
          <legend className="float-start mb-2 font-semibold">{t('reports')}</legend>
          <p className="text-sm text-soft">{t('reportsHint')}</p>
          {lines(REPORT_LINES).map((line) => (
            <fieldset key={line} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              <legend className="sr-only">{t('report', { number: line + 1 })}</legend>
              {inputs.text(`observations.${line}.dataDate`, t('dataDate'), 'date')}
              {inputs.choice(
                `observations.${line}.kind`,
                t('kind'),
                options(OBSERVATION_KINDS, (c) => codes(`observationKind.${c}`)),
              )}
              {inputs.text(`observations.${line}.value`, t('value'))}
              {inputs.choice(
                `observations.${line}.evidence`,
                t('evidence'),
                options(EVIDENCES.slice(1), (c) => codes(`evidence.${c}`)),
              )}
            </fieldset>
          ))}
        </fieldset>
        <fieldset className="grid gap-4 border-t border-rule pt-4">
          <legend className="float-start mb-2 font-semibold">{t('milestones')}</legend>
          {lines(MILESTONE_LINES).map((line) => (
            <fieldset key={line} className="grid grid-cols-3 gap-3">
              <legend className="sr-only">{t('milestone', { number: line + 1 })}</legend>
              {inputs.choice(
                `${VERSION}.milestones.${line}.preposition`,
                t('preposition'),
                options(PREPOSITIONS, (c) => codes(`preposition.${c}`)),
              )}
              {inputs.text(`${VERSION}.milestones.${line}.due`, t('due'))}
              {inputs.text(`${VERSION}.milestones.${line}.value`, t('value'))}
            </fieldset>
          ))}
        </fieldset>
        <noscript>
          <Button>{t('submit')}</Button>
        </noscript>
      </form>
      <div aria-live="polite" className="lg:sticky lg:top-6 lg:self-start">
        {outcome.problems.length > 0 && (
          <Notice kind="danger" title={t('invalid', { count: outcome.problems.length })}>
            {inputs.elsewhere.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Notice>
        )}
        {outcome.result && <Result result={outcome.result} />}
      </div>
    </div>
  )
}

function lines(count: number): number[] {
  return Array.from({ length: count }, (_, line) => line)
}

function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('errors')
  return ({ code, values }) => t(code as Parameters<typeof t>[0], values) // a test holds every code to a message
}

/** The controls of the form, each with its entry and its error; `elsewhere` collects errors of no visible control. */
function fieldsOf(
  entries: Entries,
  problems: Problem[],
  textOf: (problem: Problem) => string,
  change: (name: string, text: string) => void,
) {
  const shown = new Set<string>()
  const errorAt = (name: string) => {
    shown.add(name)
    const problem = problems.find(({ path }) => path === name)
    return problem && textOf(problem)
  }
  return {
    text: (name: string, label: string, type: 'text' | 'date' = 'text') => (
      <Field label={label} error={errorAt(name)}>
        {(control) => (
          <input
            {...control}
            name={name}
            type={type}
            inputMode={type === 'text' && /value|baseline/.test(name) ? 'decimal' : undefined}
            value={entries[name] ?? ''}
            onChange={(event) => change(name, event.target.value)}
          />
        )}
      </Field>
    ),
    choice: (name: string, label: string, options: { value: string; label: string }[]) => (
      <Field label={label} error={errorAt(name)}>
        {(control) => (
          <select
            {...control}
            name={name}
            value={entries[name] ?? options[0]?.value}
            onChange={(event) => change(name, event.target.value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      </Field>
    ),
    get elsewhere() {
      return problems.filter(({ path }) => !shown.has(path)).map((p) => `${p.path}: ${textOf(p)}`)
    },
  }
}
