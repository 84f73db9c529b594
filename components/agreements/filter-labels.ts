import { formatDay, type Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'
import type { Key } from '@/lib/schemas/filter-keys'

/** Names of organisations by slug. */
export type Names = Record<string, string>

const CODES = {
  sector: 'sector',
  region: 'region',
  type: 'agreementType',
  status: 'status',
  freshness: 'freshness',
  evidence: 'evidence',
  lifecycle: 'lifecycle',
  segment: 'segment',
} as const

export type CodedKey = keyof typeof CODES

function isCoded(key: Key): key is CodedKey {
  return key in CODES
}

/** The label of one value of a filter of codes. */
export function codeLabel(t: Translator, key: CodedKey, value: string): string {
  const label = `codes.${CODES[key]}.${value}` as Parameters<Translator>[0] // a test holds every code to a label
  return t(label)
}

/** One value of any filter in words: a label, a name, a day. */
export function valueLabel(
  locale: Locale,
  t: Translator,
  names: Names,
  key: Key,
  value: string,
): string {
  if (isCoded(key)) return codeLabel(t, key, value)
  if (key === 'company' || key === 'party') return names[value] ?? value
  if (key === 'signedFrom' || key === 'signedTo') return formatDay(locale, value)
  return value
}
