import { halfUpTo, multiply, rational } from './rational'
import type { Rational } from './types'

/** The currency in which totals are published. */
export const HOME_CURRENCY = 'MAD'

/** Active currencies of ISO 4217 by the decimal digits of their minor unit. */
const CODES_BY_DIGITS: readonly [number, string][] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
    PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
]

const DIGITS: ReadonlyMap<string, number> = new Map(
  CODES_BY_DIGITS.flatMap(([digits, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, digits]),
  ),
)

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** Whether text is the code of a currency in use, ISO 4217, in capitals. */
export function isCurrency(code: string): boolean {
  return DIGITS.has(code)
}

/** Decimal digits of a currency's minor unit: 2 for MAD, 0 for JPY, 3 for TND. Throws RangeError on an unknown code. */
export function minorDigits(currency: string): number {
  const digits = DIGITS.get(currency)
  if (digits === undefined) throw new RangeError(`not a currency of ISO 4217: ${currency}`)
  return digits
}

/** Whole units as written ("1234.5", a point, no grouping) in minor units, exactly; null when it is not such a number or has more decimals than the currency. */
export function parseMoney(text: string, currency: string): bigint | null {
  const digits = minorDigits(currency)
  const [, sign, whole, written = ''] = DECIMAL.exec(text) ?? []
  const decimals = written.replace(/0+$/, '')
  if (whole === undefined || decimals.length > digits) return null
  return BigInt(`${sign}${whole}${decimals.padEnd(digits, '0')}`)
}

/** Minor units as whole units with a point and no more decimals than needed: 5050n MAD is "50.5". */
export function printMoney(minor: bigint, currency: string): string {
  const digits = minorDigits(currency)
  const magnitude = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const split = magnitude.length - digits
  const decimals = magnitude.slice(split).replace(/0+$/, '')
  const whole = `${minor < 0n ? '-' : ''}${magnitude.slice(0, split)}`
  return decimals ? `${whole}.${decimals}` : whole
}

/** A decimal as published ("10.8345") as an exact fraction; null when it is not a decimal. */
export function decimal(text: string): Rational | null {
  const [, sign, whole, decimals = ''] = DECIMAL.exec(text) ?? []
  if (whole === undefined) return null
  return rational(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length))
}

/** An amount in minor units of a currency as centimes of a dirham, half-up, at a rate of dirhams for one whole unit (method, section 9, money). */
export function inCentimes(minor: bigint, currency: string, toMad: Rational): bigint {
  const whole = rational(minor, 10n ** BigInt(minorDigits(currency)))
  return halfUpTo(multiply(whole, toMad), minorDigits(HOME_CURRENCY))
}
