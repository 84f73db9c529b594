import type { ImportKind } from '@/lib/schemas/import'

/** The columns that together name a row of each kind: no file says the same one twice (contract, section 5). */
export const ROW_KEYS = {
  agreements: ['reference'],
  // An uploaded source names a report as an address does.
  reports: ['reference', 'data_date', 'kind', 'source_url', 'source_attachment'],
  amendments: ['reference', 'measure', 'kind', 'corrects', 'effective_on'],
  events: ['reference', 'kind', 'on'],
  targets: ['code'],
  rates: ['currency', 'date'],
} as const satisfies Record<ImportKind, readonly string[]>
