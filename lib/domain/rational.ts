import type { Rational } from './types'

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

/** The fraction num / den in lowest terms with a positive denominator. Throws RangeError on a zero denominator. */
export function rational(num: bigint, den: bigint = 1n): Rational {
  if (den === 0n) throw new RangeError('a fraction needs a denominator other than zero')
  const sign = den < 0n ? -1n : 1n
  const divisor = gcd(num, den) || 1n
  return { num: (sign * num) / divisor, den: (sign * den) / divisor }
}

/** a + b, exact. */
export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den)
}

/** a − b, exact. */
export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den)
}

/** a × b, exact. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den)
}

/** a ÷ b, exact. Throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num)
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The smallest integer not below r. */
export function ceiling(r: Rational): bigint {
  const quotient = r.num / r.den
  return r.num > 0n && r.num % r.den !== 0n ? quotient + 1n : quotient
}

/** r in units of 10^-decimals, cut toward zero (semantics section 1). */
export function truncateTo(r: Rational, decimals: number): bigint {
  return (r.num * 10n ** BigInt(decimals)) / r.den
}

/** r in units of 10^-decimals, half away from zero (semantics section 1). */
export function halfUpTo(r: Rational, decimals: number): bigint {
  const scaled = r.num * 10n ** BigInt(decimals)
  const magnitude = scaled < 0n ? -scaled : scaled
  const rounded = (2n * magnitude + r.den) / (2n * r.den)
  return scaled < 0n ? -rounded : rounded
}

const EXACT_BITS = 53n

/** The double nearest to r (ties to even), as semantics section 11 asks of unrounded numbers. */
export function toNumber(r: Rational): number {
  if (r.num === 0n) return 0
  const magnitude = r.num < 0n ? -r.num : r.num
  // Scale so that the quotient holds at least two bits more than a double, keep the lost rest as a sticky bit, and let Number() round.
  const shift = BigInt(r.den.toString(2).length - magnitude.toString(2).length) + EXACT_BITS + 3n
  const [top, bottom] = shift >= 0n ? [magnitude << shift, r.den] : [magnitude, r.den << -shift]
  const quotient = top / bottom
  const sticky = top % bottom === 0n ? quotient : quotient | 1n
  const value = Number(sticky) * 2 ** Number(-shift)
  return r.num < 0n ? -value : value
}
