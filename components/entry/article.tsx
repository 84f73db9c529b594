'use client'

import Check from 'lucide-react/icons/check'
import { useLocale, useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { DayInput } from '@/components/forms/day-input'
import { Doubts, UnderstoodLines } from '@/components/forms/reading'
import { TextArea, TextInput } from '@/components/forms/text-input'
import {
  type Understood,
  understoodCount,
  understoodDay,
  understoodDeadline,
  understoodQuantity,
  type Words,
} from '@/components/forms/understood'
import { Button } from '@/components/ui/button'
import type { Proposal } from '@/lib/domain/reading/proposal'
import type { Fields } from '@/lib/schemas/entry-rows'
import { ARTICLE, accepting, isAccepted, LONGEST_ARTICLE, proposalsOf } from './article-proposals'
import { useAllTexts, useEntry, useProblemText } from './entry-context'

/** A pasted article: what it seems to say, each with its place in the text. Nothing enters the form unless a person accepts it. */
export function Article() {
  const t = useTranslations('entry')
  const fields = useAllTexts()
  const text = useDeferredValue(fields[ARTICLE] ?? '')
  return (
    <div className="grid gap-5">
      <TextArea
        name={ARTICLE}
        label={t('articleText')}
        hint={t('articleHint')}
        rows={6}
        longest={LONGEST_ARTICLE}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextInput name="article_url" label={t('articleUrl')} type="url" dir="ltr" />
        <TextInput name="article_publisher" label={t('articlePublisher')} />
        <DayInput name="article_date" label={t('articleDate')} />
      </div>
      <noscript>
        <Button look="plain" name="intent" value="read">
          {t('articleRead')}
        </Button>
      </noscript>
      {text.trim() !== '' && <Proposals text={text} fields={fields} />}
    </div>
  )
}

function Proposals({ text, fields }: { text: string; fields: Fields }) {
  const t = useTranslations('entry')
  const proposals = proposalsOf({ [ARTICLE]: text })
  if (proposals.length === 0) return <p className="text-sm">{t('articleNothing')}</p>
  return (
    <div className="grid items-start gap-6 md:grid-cols-2">
      <section
        aria-label={t('articleMarked')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
        tabIndex={0}
        dir="auto"
        className="max-h-[28rem] overflow-y-auto rounded-xs border border-rule bg-raised p-4 text-sm whitespace-pre-wrap"
      >
        <Marked text={text} proposals={proposals} />
      </section>
      <ol className="grid gap-3">
        {proposals.map((proposal, index) => (
          <ProposalItem
            key={`${proposal.field} ${proposal.start} ${proposal.end}`}
            proposal={proposal}
            index={index}
            text={text}
            accepted={isAccepted(fields, proposal)}
          />
        ))}
      </ol>
    </div>
  )
}

/** The article with each fragment marked and numbered; fragments that overlap share a mark. */
function Marked({ text, proposals }: { text: string; proposals: readonly Proposal[] }) {
  const marks: { start: number; end: number; numbers: number[] }[] = []
  for (const [index, { start, end }] of proposals.entries()) {
    const last = marks.at(-1)
    if (last && start < last.end) {
      last.end = Math.max(last.end, end)
      last.numbers.push(index + 1)
    } else marks.push({ start, end, numbers: [index + 1] })
  }
  return (
    <>
      {marks.map(({ start, end, numbers }, index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark
            id={`article-mark-${numbers[0]}`}
            className="scroll-my-10 rounded-xs bg-warning-wash px-0.5 text-ink ring-1 ring-ink"
          >
            {text.slice(start, end)}
            <sup className="num ms-0.5 font-bold">{numbers.join(', ')}</sup>
          </mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}

function linesOf(proposal: Proposal, words: Words): Understood[] {
  switch (proposal.field) {
    case 'jobs':
    case 'amount':
      return proposal.reading.ok ? understoodQuantity(proposal.reading, words) : []
    case 'headcount':
      return proposal.reading.ok ? understoodCount(proposal.reading, words) : []
    case 'deadline':
      return proposal.reading.ok ? understoodDeadline(proposal.reading, words) : []
    case 'signed_on':
      return proposal.reading.ok ? understoodDay(proposal.reading, words) : []
    case 'headcount_factor':
      return []
  }
}

function ProposalItem({
  proposal,
  index,
  text,
  accepted,
}: {
  proposal: Proposal
  index: number
  text: string
  accepted: boolean
}) {
  const t = useTranslations()
  const problemText = useProblemText()
  const words: Words = { locale: useLocale(), t }
  const { texts } = useEntry()
  const factor = proposal.field === 'headcount_factor'
  const unread = !factor && !proposal.reading.ok ? proposal.reading : null
  const nothing = factor || (unread !== null && proposal.field === 'signed_on')
  const name = t(`entry.articleFields.${proposal.field}`)
  return (
    <li className="grid gap-2 border-t border-rule pt-3 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="num font-bold">{index + 1}</span>
        <span className="font-semibold">{name}</span>
        {proposal.field === 'jobs' && (
          <span className="text-soft">{t(`codes.measure.${proposal.measure}`)}</span>
        )}
      </div>
      <q dir="auto" className="text-soft">
        {text.slice(proposal.start, proposal.end)}
      </q>
      <div className="grid gap-1 text-xs">
        {factor && <p>{t('entry.articleFactor', { factor: proposal.factor })}</p>}
        {unread && (
          <p className="border-s-2 border-danger ps-2">
            {problemText({ path: '', code: unread.code, values: unread.values })}
          </p>
        )}
        {!factor && <UnderstoodLines lines={linesOf(proposal, words)} />}
        <Doubts doubts={proposal.doubts} />
      </div>
      {accepted && (
        <p className="flex items-center gap-2 text-accent">
          <Check size={16} aria-hidden="true" />
          {t('entry.articleAccepted')}
        </p>
      )}
      {!accepted && !nothing && (
        <div>
          <Button
            look="plain"
            name="intent"
            value={`accept:${index}`}
            aria-label={t('entry.articleAcceptNumber', { number: index + 1, field: name })}
            onClick={(event) => {
              event.preventDefault()
              texts.fill(accepting(texts.all(), proposal))
            }}
          >
            {unread ? t('entry.articleKeepWords') : t('entry.articleAccept')}
          </Button>
        </div>
      )}
    </li>
  )
}
