import type { SavedReport } from '@/lib/data/saved-reports'
import type { SendProfile } from '@/lib/domain/schedule'
import type { IsoDate } from '@/lib/domain/types'
import { type Filters, parseFilters } from '@/lib/schemas/filters'
import { surfaceOfFile } from '@/lib/schemas/saved-report'

type Asked = Pick<SavedReport, 'file' | 'query'>

/** Whether a kept report has the columns of an import, which a workbook has not. */
export function asksForImportShape({ query }: Asked): boolean {
  return new URLSearchParams(query).has('shape')
}

const EXCEL = { csv: null, 'excel-fr': 'fr', 'excel-en': 'en', xlsx: null } as const

/** What a kept report asks for with another day, as known at another instant, in a form and a language. Throws InvalidInput where this program cannot read it any more. */
export function recipeOf(
  { file, query }: Asked,
  sent: { asOf: IsoDate; knownAt: Date; profile: SendProfile; language: Filters['lang'] },
): Filters {
  const kept = parseFilters(new URLSearchParams(query), surfaceOfFile(file))
  const { asOf, profile } = sent
  const moment = { asOf, knownAt: sent.knownAt.toISOString() }
  // The heads of a workbook are words; those of a CSV file are the same in every language.
  const lang = profile === 'xlsx' ? sent.language : null
  return { ...kept, ...moment, excel: EXCEL[profile], lang }
}
