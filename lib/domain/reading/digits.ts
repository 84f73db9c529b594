import { rational } from '@/lib/domain/rational'
import type { Rational } from '@/lib/domain/types'

/** Digits as written: groups between separators, e.g. "1 500,5" is ["1", "500", "5"] and [" ", ","]. */
export interface Written {
  groups: string[]
  separators: string[]
}

/** What digits can mean: a value, and the second value where one separator could group or point; null where they are no number. */
export interface DigitsValue {
  value: Rational | null
  other: Rational | null
}

// Longer strings of digits are identifiers, and would be slow to turn into numbers.
const LONGEST = 40
const NONE: DigitsValue = { value: null, other: null }

function whole(groups: readonly string[]): Rational {
  return rational(BigInt(groups.join('')))
}

function withDecimals(groups: readonly string[], decimals: string): Rational {
  return rational(BigInt(groups.join('') + decimals), 10n ** BigInt(decimals.length))
}

function isGrouped(groups: readonly string[]): boolean {
  const [first = '', ...rest] = groups
  return (
    first.length >= 1 &&
    first.length <= 3 &&
    (rest.length === 0 || first[0] !== '0') &&
    rest.every((group) => group.length === 3)
  )
}

function single(groups: readonly string[], separator: string): DigitsValue {
  const [before = '', after = ''] = groups
  if (separator === ' ' || separator === "'")
    return isGrouped(groups) ? { value: whole(groups), other: null } : NONE
  const pointed = withDecimals([before], after)
  return isGrouped(groups)
    ? { value: whole(groups), other: pointed }
    : { value: pointed, other: null }
}

function several({ groups, separators }: Written): DigitsValue {
  const [first] = separators
  const last = separators.at(-1)
  const leading = separators.slice(0, -1)
  if (separators.every((separator) => separator === first))
    return isGrouped(groups) ? { value: whole(groups), other: null } : NONE
  const integer = groups.slice(0, -1)
  const pointsOnce = last === ',' || last === '.'
  if (!pointsOnce || !leading.every((separator) => separator === first) || !isGrouped(integer))
    return NONE
  return { value: withDecimals(integer, groups.at(-1) ?? ''), other: null }
}

/** The value of digits with their separators: space and apostrophe group, point and comma group or point; a lone point or comma before three digits could be either. */
export function digitsValue(written: Written): DigitsValue {
  const { groups, separators } = written
  if (groups.join('').length > LONGEST) return NONE
  if (separators.length === 0) return { value: whole(groups), other: null }
  return separators.length === 1 ? single(groups, separators[0] ?? '') : several(written)
}
