import type { Row } from '@/lib/commands/demo/row'
import type { ImportKind } from '@/lib/schemas/import'

/** A mistake as people make it: what stands in a cell instead, and the code it must be refused with. */
export interface Fault {
  column: string
  value: string | ((row: Row) => string)
  code: string
  /** Rows in which the mistake is this one and no other; all when absent. */
  fits?: (row: Row) => boolean
}

const always = (column: string, value: string, code: string): Fault => ({ column, value, code })
const stated = (column: string) => (row: Row) => row[column] !== ''

const AGREEMENTS: Fault[] = [
  always('title', '', 'required'),
  always('title', '   ', 'required'),
  always('type', 'MoU', 'unknown_code'),
  always('binding', 'yes', 'unknown_code'),
  always('company', 'One;Two', 'name_character'),
  always('other_companies', 'One;;Two', 'list_empty_member'),
  always('government_parties', 'One;One', 'list_twice'),
  always('signatories', 'A minister', 'signatory_format'),
  always('signed_on', '29/04/2024', 'date_format'),
  always('signed_on', '2024-02-30', 'date_format'),
  always('sector', 'trains', 'unknown_code'),
  always('region', 'Casablanca', 'unknown_code'),
  always('jobs_measure', 'jobs', 'unknown_code'),
  always('jobs_scope', '', 'required'),
  { column: 'jobs', value: '1 500', code: 'quantity_format', fits: stated('jobs') },
  { column: 'jobs', value: 'environ 500', code: 'quantity_format', fits: stated('jobs') },
  { column: 'jobs', value: '-5', code: 'quantity_not_positive', fits: stated('jobs') },
  { column: 'jobs', value: '1.5', code: 'whole_number', fits: stated('jobs') },
  { column: 'jobs', value: '', code: 'quantity_or_reason', fits: stated('jobs') },
  always('deadline', 'quand nous pourrons', 'deadline_format'),
  always('deadline', '2027', 'deadline_preposition'),
  always('milestones', '2024=5', 'milestone_format'),
  always('baseline_headcount', 'douze', 'count_format'),
  { column: 'amount', value: '1,5', code: 'quantity_format', fits: stated('amount') },
  { column: 'amount', value: '1.555', code: 'too_many_decimals', fits: stated('amount') },
  { column: 'currency', value: 'DH', code: 'currency_unknown', fits: stated('amount') },
  { column: 'currency', value: '', code: 'currency_required', fits: stated('amount') },
  always('lifecycle', 'dead', 'unknown_code'),
  always('relations', 'part_of:NOBODY', 'reference_unknown'),
  always('relations', 'friend_of:NOBODY', 'unknown_code'),
  always('relations', 'NOBODY', 'relation_format'),
  {
    column: 'relations',
    value: ({ reference }) => `overlaps:${reference}`,
    code: 'relation_to_itself',
  },
  always('source_url', 'www.example.org', 'url_format'),
  always('source_url', '', 'required'),
  always('source_date', 'mars 2024', 'date_format'),
  always('source_language', 'français', 'language_format'),
  always('other_sources', 'https://a.org;b.org', 'url_format'),
  always('notes', 'n'.repeat(10_001), 'too_long'),
]

const CITED: Fault[] = [
  always('reference', 'NOBODY', 'reference_unknown'),
  always('reference', 'no body', 'reference_format'),
  always('source_url', 'ftp://a.org', 'url_format'),
  always('source_date', '2024-13', 'date_format'),
]

const REPORTS: Fault[] = [
  ...CITED,
  always('data_date', '', 'required'),
  always('data_date', '31.12.2024', 'date_format'),
  always('kind', 'employees', 'unknown_code'),
  always('kind', 'hires_cumulative', 'nothing_promised'),
  always('value', '', 'required'),
  always('value', '<=5', 'count_format'),
  always('value', '2 200', 'count_format'),
  always('evidence', 'sworn', 'unknown_code'),
]

const TARGETS: Fault[] = [
  always('code', 'A B', 'reference_format'),
  always('programme', '', 'required'),
  always('measure', 'jobs', 'unknown_code'),
  always('quantity', 'beaucoup', 'quantity_format'),
  always('deadline', 'soon', 'deadline_format'),
  always('region', '', 'required'),
  always('sector', 'trains', 'unknown_code'),
  always('source_url', 'x', 'url_format'),
]

const EVENTS: Fault[] = [
  ...CITED,
  always('kind', 'annotation', 'unknown_code'),
  always('kind', '', 'required'),
  always('on', 'yesterday', 'date_format'),
]

const AMENDMENTS: Fault[] = [
  ...CITED,
  always('measure', 'gross_hires', 'nothing_promised'),
  always('kind', 'rewrite', 'unknown_code'),
  always('corrects', '1', 'must_be_empty'),
  always('effective_on', '', 'required'),
  always('quantity', 'more', 'quantity_format'),
  always('deadline', '2030', 'deadline_preposition'),
  always('milestones', '5', 'milestone_format'),
]

/** The mistakes that can be planted into files of each kind. */
export const FAULTS: Record<Exclude<ImportKind, 'rates'>, Fault[]> = {
  agreements: AGREEMENTS,
  reports: REPORTS,
  targets: TARGETS,
  events: EVENTS,
  amendments: AMENDMENTS,
}
