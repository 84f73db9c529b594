import { slugOf } from './slug'
import type { IsoDate } from './types'

const LONGEST_STEM = 60

/** What a new agreement's reference begins with: its company and the year of its signature, else of its source, else of `today`, such as INETUM-2024; null without a company. */
export function referenceStem(
  cells: Readonly<Record<string, string>>,
  today: IsoDate,
): string | null {
  const company = (cells.company ?? '').trim()
  if (company === '') return null
  const year = [cells.signed_on, cells.source_date, today]
    .map((text) => /^[1-9]\d{3}/.exec((text ?? '').trim())?.[0])
    .find(Boolean)
  const slug = slugOf(company).slice(0, LONGEST_STEM).replace(/-+$/, '').toUpperCase()
  return `${slug || 'AGREEMENT'}-${year}`
}
