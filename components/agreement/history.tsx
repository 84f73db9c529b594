import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { amountsIn } from '@/components/agreements/amounts'
import { deadlineWords, periodWords } from '@/components/agreements/deadline-words'
import { FigureText } from '@/components/ui/figure-text'
import { dayOf } from '@/lib/clock'
import { lastOfPeriod } from '@/lib/domain/deadline'
import type { IsoDate } from '@/lib/domain/types'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import { formatDay, type Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'
import { type Commitment, quantityOf, type Version } from './detail'
import { type Cited, Quoted, SourceLine } from './quoted'

interface Entry {
  key: string
  day: IsoDate | null
  dayText: string
  what: ReactNode
  words: string | null
  note: string | null
  source: Cited
}

function promiseWords(locale: Locale, t: Translator, commitment: Commitment, version: Version) {
  const amounts = amountsIn(locale, t, commitment.currency)
  return (
    <>
      {t(`codes.measure.${commitment.measure}`)} ·{' '}
      <FigureText>{amounts.quantity(quantityOf(version))}</FigureText>
      {version.deadline && ` · ${deadlineWords(locale, t, version.deadline)}`}
    </>
  )
}

function versionEntries(
  locale: Locale,
  t: Translator,
  { signedOn, start, commitments }: AgreementDetail,
): Entry[] {
  return commitments.flatMap((commitment) =>
    commitment.versions.map((version) => {
      const promise = () => promiseWords(locale, t, commitment, version)
      const recorded = dayOf(version.recordedAt)
      const correction = version.kind === 'correction'
      const day = correction ? recorded : (version.on ?? start)
      const from = version.on === null && signedOn ? periodWords(locale, t, signedOn) : null
      const dated = day ? formatDay(locale, day) : t('agreement.undated')
      return {
        key: `version ${version.id}`,
        day,
        dayText: correction
          ? t('agreement.recordedOn', { day: formatDay(locale, recorded) })
          : (from ?? dated),
        what: correction
          ? t.rich('agreement.corrects', { number: version.corrects ?? 1, promise })
          : t.rich('agreement.effective', { kind: t(`codes.factKind.${version.kind}`), promise }),
        words: [version.asStated, version.deadlineAsStated].filter(Boolean).join(' … ') || null,
        note: version.note,
        source: version,
      }
    }),
  )
}

function baselineEntries(locale: Locale, t: Translator, commitments: Commitment[]): Entry[] {
  return commitments.flatMap(({ baselines, currency }) =>
    baselines.map((baseline) => ({
      key: `baseline ${baseline.id}`,
      day: baseline.on ?? (baseline.onText && lastOfPeriod(baseline.onText)),
      dayText: baseline.onText ? periodWords(locale, t, baseline.onText) : t('agreement.undated'),
      what: t.rich('agreement.baselineWas', {
        promise: () => (
          <FigureText>{amountsIn(locale, t, currency).quantity(quantityOf(baseline))}</FigureText>
        ),
      }),
      words: baseline.asStated,
      note: baseline.note,
      source: baseline,
    })),
  )
}

function reportEntries(locale: Locale, t: Translator, commitments: Commitment[]): Entry[] {
  return commitments.flatMap(({ observations, currency }) =>
    observations.map((report) => ({
      key: `report ${report.id}`,
      day: report.on,
      dayText: report.on ? formatDay(locale, report.on) : t('agreement.undated'),
      what: t.rich('agreement.reportWas', {
        kind: report.observation ? t(`codes.observationKind.${report.observation}`) : '',
        evidence: t(`codes.evidence.${report.evidence ?? 'none'}`),
        promise: () => (
          <FigureText>{amountsIn(locale, t, currency).quantity(quantityOf(report))}</FigureText>
        ),
      }),
      words: report.asStated,
      note: report.note,
      source: report,
    })),
  )
}

function eventEntries(locale: Locale, t: Translator, events: AgreementDetail['events']): Entry[] {
  // A signature says that it was signed; the step of its life on the same day adds nothing.
  const signatures = events.filter(({ kind }) => kind === 'signature').map(({ on }) => on)
  const told = events.filter(({ kind, on }) => kind !== 'signed' || !signatures.includes(on))
  return told.map((event) => ({
    key: `event ${event.id}`,
    day: event.on,
    dayText: event.onText ? periodWords(locale, t, event.onText) : t('agreement.undated'),
    what: t(`codes.eventKind.${event.kind}`),
    words: event.asStated,
    note: event.reason,
    source: event,
  }))
}

function byDay(a: Entry, b: Entry): number {
  const [left, right] = [a.day ?? '', b.day ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

/** Signature, promises, amendments, corrections, baseline, reports and steps of its life as one dated list, the first at the top. */
export function History({ detail }: { detail: AgreementDetail }) {
  const t = useTranslations()
  const locale = useLocale()
  const entries = [
    ...eventEntries(locale, t, detail.events),
    ...versionEntries(locale, t, detail),
    ...baselineEntries(locale, t, detail.commitments),
    ...reportEntries(locale, t, detail.commitments),
  ].sort(byDay)
  return (
    <ol aria-label={t('agreement.historyCaption')} className="grid border-s border-rule-strong">
      {entries.map(({ key, dayText, what, words, note, source }) => (
        <li key={key} className="relative grid gap-x-6 py-3 ps-6 sm:grid-cols-[11rem_1fr]">
          <span
            aria-hidden="true"
            className="absolute -start-1 top-5 size-2 rounded-full bg-rule-strong"
          />
          <span className="text-sm text-soft">{dayText}</span>
          <span>
            <span className="block">{what}</span>
            <span className="block text-sm text-soft">
              {words && (
                <>
                  <Quoted text={words} language={source.language} /> ·{' '}
                </>
              )}
              <SourceLine source={source} />
            </span>
            {note && (
              <span className="block text-sm text-soft">
                <bdi>{note}</bdi>
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
