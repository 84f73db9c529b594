import { HOME_CURRENCY, isCurrency, minorDigits } from '@/lib/domain/money'

const HOME_DIGITS = minorDigits(HOME_CURRENCY)
// to_mad has ten decimals and no currency more than four digits: this makes every converted numerator whole.
const WHOLE = 10n ** 14n

function scaleOf(code: string): string {
  const steps = HOME_DIGITS - minorDigits(code)
  return steps < 0 ? `0.${'0'.repeat(-steps - 1)}1` : `1${'0'.repeat(steps)}`
}

const unusual = Intl.supportedValuesOf('currency')
  .filter((code) => isCurrency(code) && minorDigits(code) !== HOME_DIGITS)
  .map((code) => `when '${code}' then ${scaleOf(code)}`)

/**
 * A lateral row `rate` with `k`, centimes of a dirham for one minor unit of `row`'s currency at the reference rate of its
 * signature date, else the last published before; 1 for persons and dirhams, null without a rate (method, section 9, money).
 */
export function rateSql(row: string, alias = 'rate'): string {
  return `left join lateral (
    select case when ${row}.currency is null or ${row}.currency = '${HOME_CURRENCY}' then 1 else (
      select published.to_mad * case ${row}.currency ${unusual.join(' ')} else 1 end
      from rate published
      where published.currency = ${row}.currency and published."on" <= coalesce(signature."on", ${row}.start)
        and published.recorded <= f.seq and (published.retracted is null or published.retracted > f.seq)
      order by published."on" desc, published.recorded desc limit 1
    ) end as k
  ) ${alias} on true`
}

/** An amount in minor units of its own currency as centimes, half-up; null without a rate. */
export function converted(amount: string, k = 'rate.k'): string {
  return `round(${amount} * ${k})`
}

/** Numerator and denominator of an exact fraction in centimes. */
export function convertedFraction(num: string, den: string, k = 'rate.k') {
  return {
    num: `case when ${k} = 1 then ${num} else trim_scale(${num} * ${k} * ${WHOLE}) end`,
    den: `case when ${k} = 1 then ${den} when ${k} is null then null else ${den} * ${WHOLE} end`,
  }
}

const units = Intl.supportedValuesOf('currency')
  .filter((code) => isCurrency(code) && minorDigits(code) !== HOME_DIGITS)
  .map(
    (code) =>
      `when '${code}' then ${minorDigits(code) === 0 ? '1' : `0.${'1'.padStart(minorDigits(code), '0')}`}`,
  )

/** Minor units of a currency as whole units, exactly: 5050 of MAD is 50.5. */
export function wholeUnits(minor: string, currency: string): string {
  // A product of decimals is exact; a quotient keeps sixteen digits.
  return `trim_scale(${minor} * case ${currency} ${units.join(' ')} else 0.01 end)`
}
