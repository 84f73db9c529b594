import { useLocale, useTranslations } from 'next-intl'
import { type Amounts, amountsIn } from '@/components/agreements/amounts'
import { deadlineWords, periodWords } from '@/components/agreements/deadline-words'
import { FigureText } from '@/components/ui/figure-text'
import { dueEarlyOf, dueOf } from '@/lib/domain/deadline'
import { formatDay } from '@/lib/format'
import {
  asCorrected,
  type Commitment,
  deadlineOf,
  promisesOf,
  quantityOf,
  type Statement,
  type Version,
} from './detail'
import { Evidence } from './quoted'

/** One commitment: the promise in force, the first one beside a revised one, and what else was stated about it. */
export function PromiseMade({ commitment }: { commitment: Commitment }) {
  const t = useTranslations()
  const locale = useLocale()
  const { versions, measure, scope, baselines, claims } = commitment
  const amounts = amountsIn(locale, t, commitment.currency)
  const { original, current } = promisesOf(versions)
  const amended = current !== original
  return (
    <section aria-label={t(`codes.measure.${measure}`)} className="mt-8 first:mt-0">
      <h3 className="text-lg">{t(`codes.measure.${measure}`)}</h3>
      {measure !== 'investment' && (
        <p className="text-sm text-soft">
          {t('agreement.scope', { scope: t(`codes.scope.${scope}`) })}
        </p>
      )}
      <div className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-2 lg:grid-cols-3">
        {current && amended && (
          <Stated
            label={t('agreement.inForce', {
              day: current.on ? formatDay(locale, current.on) : t('agreement.undated'),
            })}
            statement={asCorrected(versions, current)}
            amounts={amounts}
            strong
          />
        )}
        {original && (
          <Original versions={versions} original={original} amounts={amounts} amended={amended} />
        )}
        {baselines.at(-1) && (
          <Plain
            label={t('agreement.baseline')}
            statements={baselines.slice(-1)}
            amounts={amounts}
          />
        )}
        {claims.length > 0 && (
          <Plain label={t('agreement.claims')} statements={claims} amounts={amounts} />
        )}
      </div>
    </section>
  )
}

function Original({
  versions,
  original,
  amounts,
  amended,
}: {
  versions: readonly Version[]
  original: Version
  amounts: Amounts
  amended: boolean
}) {
  const t = useTranslations('agreement')
  const corrected = asCorrected(versions, original)
  const same = corrected === original
  return (
    <>
      <Stated
        label={same ? t('original') : t('originalCorrected')}
        statement={corrected}
        amounts={amounts}
        strong={!amended}
      />
      {!same && <Stated label={t('asEntered')} statement={original} amounts={amounts} />}
    </>
  )
}

function Stated({
  label,
  statement,
  amounts,
  strong = false,
}: {
  label: string
  statement: Version
  amounts: Amounts
  strong?: boolean
}) {
  const t = useTranslations()
  return (
    <div
      className={`grid content-start gap-2 border-t-2 pt-3 ${strong ? 'border-ink' : 'border-rule-strong'}`}
    >
      <p className="text-sm text-soft">{label}</p>
      <p
        className={`num font-semibold tracking-tight ${strong ? 'text-3xl leading-tight' : 'text-xl'}`}
      >
        <FigureText>{amounts.quantity(quantityOf(statement))}</FigureText>
      </p>
      <Deadline statement={statement} />
      <Evidence words={[statement.asStated, statement.deadlineAsStated]} source={statement} />
      {statement.milestones && statement.milestones.length > 0 && (
        <div className="text-sm">
          <p className="text-soft">{t('agreement.milestones')}</p>
          <ul>
            {statement.milestones.map((milestone) => (
              <Milestone key={milestone.on} milestone={milestone} amounts={amounts} />
            ))}
          </ul>
        </div>
      )}
      {statement.note && (
        <p className="text-sm text-soft">
          <bdi>{statement.note}</bdi>
        </p>
      )}
    </div>
  )
}

function Milestone({
  milestone: { on, comparator, low, high },
  amounts,
}: {
  milestone: NonNullable<Version['milestones']>[number]
  amounts: Amounts
}) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <li className="flex flex-wrap gap-x-2">
      <FigureText>{amounts.quantity({ comparator, low, high, missing: null })}</FigureText>
      <span className="text-soft">{deadlineWords(locale, t, on)}</span>
    </li>
  )
}

function Deadline({ statement }: { statement: Version }) {
  const t = useTranslations()
  const locale = useLocale()
  const deadline = deadlineOf(statement)
  if (deadline === null || statement.deadline === null)
    return <p className="text-soft">{t('agreement.noDeadline')}</p>
  const [due, early] = [dueOf(deadline), dueEarlyOf(deadline)]
  const day = formatDay(locale, due)
  return (
    <p>
      {deadlineWords(locale, t, statement.deadline)}
      <span className="block text-sm text-soft">
        {due === early
          ? t('agreement.dueOn', { day })
          : t('agreement.dueBetween', { day, early: formatDay(locale, early) })}
      </span>
    </p>
  )
}

function Plain({
  label,
  statements,
  amounts,
}: {
  label: string
  statements: readonly Statement[]
  amounts: Amounts
}) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <div className="grid content-start gap-2 border-t-2 border-rule-strong pt-3">
      <p className="text-sm text-soft">{label}</p>
      {statements.map((statement) => (
        <div key={statement.id} className="grid gap-1">
          <p className="num text-xl font-semibold tracking-tight">
            <FigureText>{amounts.quantity(quantityOf(statement))}</FigureText>
          </p>
          {statement.onText && (
            <p className="text-sm">{periodWords(locale, t, statement.onText)}</p>
          )}
          <Evidence words={[statement.asStated]} source={statement} />
          {statement.note && (
            <p className="text-sm text-soft">
              <bdi>{statement.note}</bdi>
            </p>
          )}
        </div>
      ))}
    </div>
  )
}
