import { useTranslations } from 'next-intl'
import { AgreementBurnUp } from '@/components/charts/agreement-burn-up'
import { minorDigits } from '@/lib/domain/money'
import { rational, toNumber } from '@/lib/domain/rational'
import type { IsoDate, Rational } from '@/lib/domain/types'
import type { Commitment } from './detail'

const MILLION = 6n

/** What a chart draws of an amount: persons as they are, money in millions. */
function drawnIn(currency: string | null): (value: Rational) => number {
  const unit = currency === null ? 1n : 10n ** (BigInt(minorDigits(currency)) + MILLION)
  return ({ num, den }) => toNumber(rational(num, den * unit))
}

/** The promise as paths, what was reported, and where the recent pace leads; nothing where no path exists and nothing was reported. */
export function CommitmentBurnUp({ commitment, asOf }: { commitment: Commitment; asOf: IsoDate }) {
  const t = useTranslations()
  const { measure, currency, burnUp, standing } = commitment
  const { due, dueEarly, dataDate, created, projection } = standing.reported
  if (burnUp.versions.length === 0) return null
  const draw = drawnIn(currency)
  const whole = (value: bigint) => draw(rational(value))
  // Once the promise is reached the recent pace leads nowhere that anybody promised.
  const ahead =
    dataDate && created !== null && due && projection.projectedAtDue && projection.requiredPerDay
      ? [
          { day: dataDate, value: whole(created) },
          { day: due, value: draw(projection.projectedAtDue) },
        ]
      : []
  const stepped = burnUp.versions.some(({ points }) => points.length > 2)
  return (
    <div className="mt-8">
      <AgreementBurnUp
        title={t('agreement.chartTitle', { measure: t(`codes.measure.${measure}`) })}
        caption={t(stepped ? 'agreement.guideMilestones' : 'agreement.guide')}
        unit={currency === null ? t('agreement.jobsUnit') : t('agreement.moneyUnit', { currency })}
        dataDate={dataDate}
        versions={burnUp.versions.map(({ number, points }, index) => ({
          number,
          current: index === burnUp.versions.length - 1,
          points: points.map(({ day, value }) => ({ day, value: whole(value) })),
        }))}
        observations={burnUp.reported.map(({ day, value, evidence }) => ({
          day,
          value: whole(value),
          evidence,
        }))}
        projection={ahead}
        today={asOf}
        band={due && dueEarly && dueEarly < due ? { from: dueEarly, to: due } : null}
      />
    </div>
  )
}
