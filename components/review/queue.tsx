import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { RecordTable } from '@/components/ui/record-table'
import type { ProposalsPage } from '@/lib/features/proposals/list-proposals'
import { formatTime } from '@/lib/format'
import { EffectWords } from './effect'

type Waiting = ProposalsPage['rows'][number]

/** A proposal by its title, its kind and its state; the way to its page. */
function Name({
  row: { id, kind, subject, title, state },
  states,
}: {
  row: Waiting
  states: boolean
}) {
  const t = useTranslations()
  return (
    <span className="grid gap-0.5">
      <Link href={`/review/${id}`} prefetch={false} className="link">
        <bdi>{title || subject || t('entry.draftUntitled')}</bdi>
      </Link>
      <span className="text-sm font-normal text-soft">
        {t(`entry.kinds.${kind}`)}
        {states && ` · ${t(`codes.proposalState.${state}`)}`}
      </span>
    </span>
  )
}

/** What waits, what moves the totals most first; those that may be accepted can be chosen together. */
export function Queue({
  rows,
  states,
  chooses,
}: {
  rows: readonly Waiting[]
  /** Whether they are of several states. */
  states: boolean
  /** Whether the asking account reviews at all. */
  chooses: boolean
}) {
  const t = useTranslations('review')
  const locale = useLocale()
  const open = ({ review }: Waiting) => review === 'yes' || review === 'alone'
  const table = (
    <RecordTable
      caption={t('queueCaption')}
      rows={rows}
      keyOf={({ id }) => id}
      head={{
        label: t('entry'),
        cell: (row) => (
          <span className="flex items-start gap-3">
            {chooses && (
              <input
                type="checkbox"
                name="item"
                value={`${row.id}.${row.version}`}
                disabled={!open(row)}
                aria-label={t('choose', { title: row.title ?? row.subject ?? '' })}
                className="mt-1 size-5 shrink-0 accent-accent disabled:opacity-30"
              />
            )}
            <Name row={row} states={states} />
          </span>
        ),
      }}
      columns={[
        {
          key: 'author',
          label: t('author'),
          cell: ({ authorName }) => <bdi>{authorName ?? t('unknownAuthor')}</bdi>,
        },
        {
          key: 'since',
          label: t('since'),
          cell: ({ submittedAt, updatedAt }) => (
            <time
              dateTime={new Date(submittedAt ?? updatedAt).toISOString()}
              className="whitespace-nowrap"
            >
              {formatTime(locale, submittedAt ?? updatedAt)}
            </time>
          ),
        },
        {
          key: 'effect',
          label: t('effect'),
          wide: true,
          cell: ({ effect }) =>
            effect ? (
              <EffectWords effect={effect} standings={effect.standings} />
            ) : (
              <span className="text-faint">{t('notSubmitted')}</span>
            ),
        },
        {
          key: 'right',
          label: t('mayAccept'),
          cell: ({ review }) => t(`rights.${review}`),
        },
      ]}
    />
  )
  if (!chooses || !rows.some(open)) return table
  return (
    <form action="/review/accept" aria-label={t('chosenTitle')} className="grid gap-5">
      {table}
      <div>
        <Button look="plain">{t('previewChosen')}</Button>
      </div>
    </form>
  )
}

/** One's own entries that came back, each with the reviewer's note. */
export function ReturnedList({ rows }: { rows: readonly Waiting[] }) {
  const t = useTranslations('review')
  return (
    <ul className="grid gap-4">
      {rows.map((row) => (
        <li key={row.id} className="border-s-4 border-ink bg-warning-wash py-3 ps-4 pe-4">
          <Name row={row} states={false} />
          {row.note && (
            <p className="mt-2 max-w-measure">
              <bdi>{row.note.text}</bdi>
            </p>
          )}
          <p className="mt-1 text-sm text-soft">
            {t('returnedBy', { name: row.reviewerName ?? t('unknownAuthor') })}
          </p>
        </li>
      ))}
    </ul>
  )
}
