import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cellWords, fieldLabel } from '@/components/review/field-words'
import { Disclosure } from '@/components/ui/disclosure'
import type { ProposalKind } from '@/lib/domain/types'
import { PROPOSAL_KINDS } from '@/lib/domain/types'
import type { HistoryEntry } from '@/lib/features/changes/history-entry'
import { formatTime } from '@/lib/format'
import { SourceLine } from './quoted'

const VERBS = {
  'import.agreement': 'import_agreement',
  'import.report': 'import_report',
  'import.amendment': 'import_amendment',
  'import.event': 'import_event',
  'import.target': 'import_target',
  'import.rate': 'import_rate',
  'accept.agreement': 'accept_agreement',
  'accept.edit': 'accept_edit',
  'accept.report': 'accept_report',
  'accept.amendment': 'accept_amendment',
  'accept.event': 'accept_event',
  'accept.retraction': 'accept_retraction',
  'accept.target': 'accept_target',
  'accept.rate': 'accept_rate',
  'assign.owner': 'assign_owner',
  undo: 'undo',
  'undo.target': 'undo',
  'undo.rate': 'undo',
} as const

/** The message that names what was done. */
export function verbKey(verb: string) {
  return Object.hasOwn(VERBS, verb) ? VERBS[verb as keyof typeof VERBS] : 'other'
}

const ACTORS = ['terminal', 'staff'] as const

/** Few fields are read at a glance, a whole agreement is unfolded. */
const AT_A_GLANCE = 3

/** How a record came about, the latest first: when, who, what, why, from which source, field by field. `undo` offers the way back beside an entry that still has one. */
export function RecordHistory({
  entries,
  currency,
  undo,
}: {
  entries: readonly HistoryEntry[]
  currency: string | null
  undo?: (entry: HistoryEntry) => ReactNode
}) {
  const t = useTranslations('agreement')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <ol aria-label={t('recordCaption')} className="grid border-t border-rule-strong">
      {entries.map((entry) => (
        <li
          key={entry.seq}
          id={`change-${entry.seq}`}
          className="grid gap-x-8 gap-y-2 border-b border-rule py-4 md:grid-cols-[11rem_1fr]"
        >
          <div className="text-sm">
            <time dateTime={new Date(entry.at).toISOString()} className="block">
              {formatTime(locale, entry.at)}
            </time>
            <span className="text-xs text-faint">{t('changeNumber', { seq: entry.seq })}</span>
          </div>
          <div className="grid min-w-0 gap-1.5">
            <p>
              <span className="font-medium">{t(`verbs.${verbKey(entry.verb)}`)}</span>
              {entry.undoes !== null && (
                <>
                  {' '}
                  <a href={`#change-${entry.undoes}`} className="link">
                    {t('changeNumber', { seq: entry.undoes })}
                  </a>
                </>
              )}
              <People entry={entry} />
            </p>
            {entry.selfAccepted && <p className="text-sm font-semibold">{t('selfAccepted')}</p>}
            {entry.undoneBy !== null && (
              <p className="text-sm">
                {t.rich('undoneBy', {
                  link: () => (
                    <a href={`#change-${entry.undoneBy}`} className="link">
                      {t('changeNumber', { seq: entry.undoneBy ?? 0 })}
                    </a>
                  ),
                })}
              </p>
            )}
            {entry.reason && (
              <p className="max-w-measure">
                <bdi>{entry.reason}</bdi>
              </p>
            )}
            <Differences entry={entry} currency={currency} />
            {entry.source && (
              <p className="text-sm text-soft">
                {common('named', { label: t('source') })}{' '}
                <SourceLine source={{ ...entry.source, language: null }} />
              </p>
            )}
            {entry.undoUntil !== null && undo?.(entry)}
          </div>
        </li>
      ))}
    </ol>
  )
}

function People({ entry: { actor, actorName, proposal } }: { entry: HistoryEntry }) {
  const t = useTranslations('agreement')
  const known = ACTORS.find((one) => one === actor)
  const name = () => <bdi>{known ? t(known) : (actorName ?? actor)}</bdi>
  return (
    <span className="text-soft">
      {' · '}
      {proposal && proposal.author !== actor
        ? t.rich('enteredAccepted', {
            author: () => <bdi>{proposal.authorName ?? proposal.author}</bdi>,
            name,
          })
        : t.rich('by', { name })}
    </span>
  )
}

function kindOf(verb: string): ProposalKind {
  const named = verb.split('.')[1]
  return PROPOSAL_KINDS.find((kind) => kind === named) ?? 'agreement'
}

function Differences({ entry, currency }: { entry: HistoryEntry; currency: string | null }) {
  const t = useTranslations()
  const locale = useLocale()
  const { fields, key, verb } = entry
  const words = cellWords(locale, t, { kind: kindOf(verb), currency })
  const cells = { ...key, ...Object.fromEntries(fields.map(({ path, after }) => [path, after])) }
  const written = (path: string, text: string) =>
    words(path.split('.').at(-1) ?? path, text, cells).join('; ') || t('agreement.emptyValue')
  const named = Object.entries(key).filter(
    ([path, text]) =>
      path !== 'reference' && text !== '' && !fields.some((one) => one.path === path),
  )
  if (fields.length + named.length === 0) return null
  const list = (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[minmax(9rem,14rem)_1fr]">
      {named.map(([path, text]) => (
        <Line key={path} label={fieldLabel(t, path)}>
          <bdi>{written(path, text)}</bdi>
        </Line>
      ))}
      {fields.map(({ path, before, after }) => (
        <Line key={path} label={fieldLabel(t, path)}>
          {before !== '' && (
            <>
              <del className="text-faint">
                <bdi>{written(path, before)}</bdi>
              </del>
              <span aria-hidden="true"> → </span>
            </>
          )}
          <bdi className="break-words">{written(path, after)}</bdi>
        </Line>
      ))}
    </dl>
  )
  return fields.length > AT_A_GLANCE ? (
    <Disclosure summary={t('agreement.fieldCount', { count: fields.length })}>{list}</Disclosure>
  ) : (
    list
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
