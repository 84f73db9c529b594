import { useLocale, useTranslations } from 'next-intl'
import { amountsIn } from '@/components/agreements/amounts'
import { StatusChip } from '@/components/portfolio/chips'
import { Cell, Column, DataTable, Row } from '@/components/ui/data-table'
import { pieceAt, valueOn } from '@/lib/domain/path'
import type { IsoDate, PaceStatus } from '@/lib/domain/types'
import { formatDay } from '@/lib/format'
import { CommitmentBurnUp } from './commitment-burn-up'
import type { Commitment } from './detail'
import { ANCHORS, type StandingTerm, standingCells } from './standing-rows'

const ORDER = Object.keys(ANCHORS).filter((term): term is StandingTerm => term in ANCHORS)
// Without a report these say what is not there; the others would be rows of dashes.
const CORE: readonly StandingTerm[] = ['status', 'early', 'created', 'freshness', 'evidence']
const PRECISE: readonly PaceStatus[] = ['NOT_MEASURABLE', 'INACTIVE', 'NO_DEADLINE']

/** Where one commitment stands: a sentence, both lanes in figures, and the burn-up. */
export function CommitmentStanding({
  commitment,
  asOf,
}: {
  commitment: Commitment
  asOf: IsoDate
}) {
  const t = useTranslations()
  const { measure, standing, observations } = commitment
  const { status, reason } = standing.reported
  const silent = status === 'NOT_MEASURABLE' && observations.length === 0
  return (
    <section aria-label={t(`codes.measure.${measure}`)} className="mt-10 first:mt-0">
      <h3 className="mb-2 text-lg">{t(`codes.measure.${measure}`)}</h3>
      <Sentences commitment={commitment} asOf={asOf} />
      {silent ? (
        <StatusChip status={status} reason={reason} />
      ) : (
        <Figures commitment={commitment} asOf={asOf} />
      )}
      <CommitmentBurnUp commitment={commitment} asOf={asOf} />
    </section>
  )
}

function Sentences({ commitment, asOf }: { commitment: Commitment; asOf: IsoDate }) {
  const t = useTranslations()
  const locale = useLocale()
  const { measure, standing, burnUp } = commitment
  const { reported, verified } = standing
  const amounts = amountsIn(locale, t, commitment.currency)
  const guide = burnUp.path && valueOn(pieceAt(burnUp.path, asOf), asOf)
  const due = reported.dueEarly !== reported.due && !PRECISE.includes(reported.status)
  const words = [
    guide &&
      reported.target !== null &&
      t('agreement.today', {
        measure: t(`codes.measure.${measure}`),
        day: formatDay(locale, asOf),
        expected: amounts.rounded(guide),
        target: amounts.amount(reported.target),
      }),
    reported.reason &&
      t('agreement.notMeasurable', { reason: t(`codes.reason.${reported.reason}`) }),
    reported.created === null || reported.dataDate === null
      ? t('agreement.nothing')
      : t('agreement.said', {
          created: `${reported.approximate ? '≈ ' : ''}${amounts.amount(reported.created)}`,
          day: formatDay(locale, reported.dataDate),
        }),
    reported.created !== null &&
      (verified.created === null
        ? t('agreement.verifiedNone')
        : t('agreement.verifiedSome', { created: amounts.amount(verified.created) })),
    due &&
      reported.dueEarly &&
      (reported.readingSensitive
        ? t('agreement.sensitive', { status: t(`codes.status.${reported.statusEarly}`) })
        : t('agreement.sensitiveSame', { early: formatDay(locale, reported.dueEarly) })),
  ]
  return <p className="mb-5 max-w-measure">{words.filter(Boolean).join(' ')}</p>
}

function Figures({ commitment, asOf }: { commitment: Commitment; asOf: IsoDate }) {
  const t = useTranslations()
  const locale = useLocale()
  const { measure, currency, standing } = commitment
  const amounts = amountsIn(locale, t, currency)
  const cells = (lane: 'reported' | 'verified') =>
    standingCells(locale, t, amounts, currency === null, standing[lane])
  const [reported, verified] = [cells('reported'), cells('verified')]
  const shown = ORDER.filter((term) => CORE.includes(term) || reported[term] || verified[term])
  const absent = (term: StandingTerm) => (
    <span className="text-faint">{term === 'created' ? t('agreements.none') : '–'}</span>
  )
  const caption = t('agreement.standingCaption', {
    measure: t(`codes.measure.${measure}`),
    day: formatDay(locale, asOf),
  })
  return (
    <div className="max-w-4xl max-sm:[&_td_span]:whitespace-normal">
      <DataTable caption={caption}>
        <thead>
          <tr>
            <Column>{t('agreement.figure')}</Column>
            <Column>{t('codes.lane.reported')}</Column>
            <Column>{t('codes.lane.verified')}</Column>
          </tr>
        </thead>
        <tbody>
          {shown.map((term) => (
            <Row key={term}>
              <th scope="row" className="py-2.5 pe-4 text-start align-top font-normal text-soft">
                <a href={`/method#${ANCHORS[term]}`} className="decoration-dotted hover:underline">
                  {t(`agreement.${term === 'created' && currency !== null ? 'invested' : term}`)}
                </a>
              </th>
              <Cell>{reported[term] ?? absent(term)}</Cell>
              <Cell>{verified[term] ?? absent(term)}</Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}
