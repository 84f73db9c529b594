const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
const USUAL_DIGITS = 2

/** Whether text is a currency code of ISO 4217. */
export function isCurrency(code: string): boolean {
  return CODES.has(code)
}

/** Decimal digits of a currency's minor unit: 2 for MAD, 0 for JPY; 2 where no currency is given. */
export function minorDigits(currency: string | null): number {
  if (currency === null) return USUAL_DIGITS
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? USUAL_DIGITS
}

/** A number of whole units as a count of 10^-digits, exactly as it is written; null when it has more decimals than that. */
export function minorUnits(amount: number, digits: number): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount))
  const decimals = match?.[3] ?? ''
  if (!match || decimals.length > digits) return null
  return BigInt(`${match[1]}${match[2]}${decimals.padEnd(digits, '0')}`)
}
