import { searchConditions, stated } from '@/lib/data/asked'
import {
  date,
  decimal,
  type ExportColumn,
  either,
  eitherText,
  integer,
  literal,
  period,
  quantityLiteral,
  recordUrl,
  sourceUrl,
  text,
  url,
} from '@/lib/data/export-columns'
import type { Filters } from '@/lib/schemas/filters'

export const EVENT_IMPORT: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  literal('kind', 'x.kind'),
  period('on', 'x.on_text'),
  text('reason', 'x.reason'),
  text('as_stated', 'x.as_stated'),
  url('source_url', sourceUrl('source')),
  text('source_publisher', 'source.publisher'),
  period('source_date', 'source.published_on'),
]

export const EVENT_COLUMNS: ExportColumn[] = [
  ...EVENT_IMPORT,
  date('on_day', 'x."on"'),
  url('record_url', recordUrl('picked.reference')),
  date('as_of', 'f.as_of'),
]

const EVENTS = `from picked cross join f
  join event x on x.agreement_id = picked.id and ${stated('x')} and (x."on" is null or x."on" <= f.as_of)
  left join source on source.id = x.source_id`

/** Events by asOf, in the order of their days. */
export const EVENT_ROWS = `${EVENTS} order by picked.reference collate "C", x."on" nulls first, x.id`

/** Events that a file can carry: dated ones, and no annotation (contract, section 5). */
export const EVENT_IMPORT_ROWS = `${EVENTS} where x."on" is not null and x.kind <> 'annotation'
  order by picked.reference collate "C", x."on", x.id`

export const SIGNATORY_COLUMNS: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  text('agreement_title', 'picked.title'),
  literal('side', 'g.side'),
  literal('capacity', 'g.capacity'),
  text('name', 'person.name'),
  literal('slug', 'person.slug'),
  text('title', 'g.title'),
  period('signed_on', 'picked.signed_text'),
  url('record_url', recordUrl('picked.reference')),
  date('as_of', 'f.as_of'),
]

export const SIGNATORY_ROWS = `from picked cross join f
  join signatory g on g.agreement_id = picked.id join person on person.id = g.person_id
  order by picked.reference collate "C", g.position`

const amount = (value: string) => either('t.measure', 't.currency', value)

const TARGET_HEAD = [
  literal('code', 't.code'),
  text('title', 't.title'),
  text('programme', 't.programme'),
  literal('measure', 't.measure'),
]
const TARGET_TAIL = [
  literal('currency', 't.currency'),
  literal('deadline', 't.deadline'),
  decimal('baseline', amount('t.baseline')),
  period('baseline_date', 't.baseline_date'),
  literal('sector', 't.sector'),
  literal('region', 't.region'),
  url('source_url', 't.source_url'),
  period('source_date', 't.source_date'),
  text('as_stated', 't.as_stated'),
  text('notes', 't.notes'),
]

export const TARGET_IMPORT: ExportColumn[] = [
  ...TARGET_HEAD,
  literal('quantity', quantityLiteral('t', eitherText('t.measure', 't.currency'))),
  ...TARGET_TAIL,
]

export const TARGET_COLUMNS: ExportColumn[] = [
  ...TARGET_HEAD,
  literal('quantity_comparator', 't.comparator'),
  decimal('quantity_low', amount('t.low')),
  decimal('quantity_high', amount('t.high')),
  ...TARGET_TAIL,
  integer('version', 't.version'),
]

/** Whether a national target was known at `f`'s knownAt. */
export const KNOWN_TARGET = 't.recorded <= f.seq and (t.retracted is null or t.retracted > f.seq)'

/** The national targets as known at knownAt; descriptions are edited in place. */
export function targetRows(filters: Filters): string {
  const conditions = [
    KNOWN_TARGET,
    ...(filters.sector.length > 0
      ? [`t.sector in (select jsonb_array_elements_text(f.p->'sector'))`]
      : []),
    ...(filters.region.length > 0
      ? [`t.region in (select jsonb_array_elements_text(f.p->'region'))`]
      : []),
    ...searchConditions(filters, `fold(concat_ws(' ', t.code, t.title, t.programme))`),
  ]
  return `from target t cross join f where ${conditions.join(' and ')} order by t.code collate "C"`
}
