'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useEntry, useFieldLabel, useProblemText } from '@/components/entry/entry-context'
import { inFormOrder } from '@/components/entry/form-order'
import { controlId } from '@/components/entry/state'
import { FieldLink } from './field-link'

/** What stands in the way of a submission that was refused, each a link to its field; takes the focus when it appears, and shrinks as its fields are filled. */
export function ErrorSummary() {
  const t = useTranslations('entry')
  const common = useTranslations('common')
  const { state } = useEntry()
  const labelOf = useFieldLabel()
  const textOf = useProblemText()
  const box = useRef<HTMLDivElement>(null)
  const refused = state.outcome === 'refused' || state.outcome === 'tooLarge'
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is a new answer and takes the focus again
  useEffect(() => {
    if (refused) box.current?.focus()
  }, [refused, state])
  if (!state.checked || state.problems.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="border-2 border-danger bg-danger-wash p-4 focus:outline-none"
    >
      <h2 className="text-lg">{t('refusedTitle', { count: state.problems.length })}</h2>
      <ul className="mt-2 grid gap-1">
        {inFormOrder(state.kind, state.problems).map((problem) => (
          <li key={`${problem.path} ${problem.code}`}>
            <FieldLink to={controlId(problem.path)}>
              {common('named', { label: labelOf(problem.path) })} {textOf(problem)}
            </FieldLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
