import { current, known, stated } from '@/lib/data/asked'
import {
  boolean,
  date,
  decimal,
  type ExportColumn,
  either,
  eitherText,
  integer,
  literal,
  milestonesLiteral,
  period,
  quantityLiteral,
  recordUrl,
  sourceUrl,
  text,
  url,
} from '@/lib/data/export-columns'
import { inForceSql } from '@/lib/data/version-sql'

const bound = (amount: string) => either('c.measure', 'c.currency', amount)
const literalOf = (row: string) => quantityLiteral(row, eitherText('c.measure', 'c.currency'))

const SOURCE_COLUMNS = [
  url('source_url', sourceUrl('source')),
  text('source_publisher', 'source.publisher'),
  period('source_date', 'source.published_on'),
]

const PLACE = [url('record_url', recordUrl('picked.reference')), date('as_of', 'f.as_of')]

export const REPORT_COLUMNS: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  literal('measure', 'c.measure'),
  period('data_date', 'x.on_text'),
  date('data_day', 'x."on"'),
  literal('kind', 'x.observation'),
  literal('value_comparator', 'x.comparator'),
  decimal('value_low', bound('x.low')),
  decimal('value_high', bound('x.high')),
  literal('currency', 'c.currency'),
  literal('evidence', 'x.evidence'),
  text('as_stated', 'x.as_stated'),
  text('perimeter', 'x.perimeter'),
  ...SOURCE_COLUMNS,
  text('notes', 'x.note'),
  ...PLACE,
]

export const REPORT_IMPORT: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  period('data_date', 'x.on_text'),
  literal('kind', 'x.observation'),
  literal('value', literalOf('x')),
  literal('evidence', 'x.evidence'),
  text('as_stated', 'x.as_stated'),
  text('perimeter', 'x.perimeter'),
  ...SOURCE_COLUMNS,
  text('notes', 'x.note'),
]

/** Observations by asOf, in the order of their days. */
export const REPORT_ROWS = `from picked cross join f
  join commitment c on c.agreement_id = picked.id
  join fact x on x.commitment_id = c.id and x.kind = 'observation' and x."on" <= f.as_of and ${stated('x')}
  left join source on source.id = x.source_id
  order by picked.reference collate "C", x."on", x.id`

export const AMENDMENT_COLUMNS: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  literal('measure', 'c.measure'),
  literal('kind', 'x.kind'),
  integer('corrects', 'x.corrects'),
  period('effective_on', 'x.on_text'),
  literal('quantity_comparator', 'x.comparator'),
  decimal('quantity_low', bound('x.low')),
  decimal('quantity_high', bound('x.high')),
  literal('currency', 'c.currency'),
  literal('deadline', 'x.deadline'),
  literal('milestones', milestonesLiteral('x')),
  text('reason', 'x.note'),
  text('as_stated', 'x.as_stated'),
  text('deadline_as_stated', 'x.deadline_as_stated'),
  ...SOURCE_COLUMNS,
  ...PLACE,
]

export const AMENDMENT_IMPORT: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  literal('measure', 'c.measure'),
  literal('kind', 'x.kind'),
  integer('corrects', 'x.corrects'),
  period('effective_on', 'x.on_text'),
  literal('quantity', literalOf('x')),
  literal('deadline', 'x.deadline'),
  literal('milestones', milestonesLiteral('x')),
  text('reason', 'x.note'),
  text('as_stated', 'x.as_stated'),
  text('deadline_as_stated', 'x.deadline_as_stated'),
  ...SOURCE_COLUMNS,
]

const VERSIONS_BY = `join commitment c on c.agreement_id = picked.id
  join fact x on x.commitment_id = c.id and x.kind in ('amendment', 'correction') and ${stated('x')}
    and (x."on" is null or x."on" <= f.as_of)
  left join source on source.id = x.source_id`

// One line a key: of several corrections of a version the one that holds, which is the last.
const HOLDS = `x.kind = 'amendment' or not exists (
    select from fact later where later.commitment_id = x.commitment_id and later.kind = 'correction'
      and later.corrects = x.corrects and ${stated('later')} and (later.recorded, later.id) > (x.recorded, x.id)
  )`

/** Amendments and corrections that hold, as import reads them again. */
export const AMENDMENT_IMPORT_ROWS = `from picked cross join f ${VERSIONS_BY} where ${HOLDS}
  order by picked.reference collate "C", x.id`

/** Amendments and corrections by asOf, as they were recorded. */
export const AMENDMENT_ROWS = `from picked cross join f ${VERSIONS_BY}
  order by picked.reference collate "C", x.id`

export const COMMITMENT_COLUMNS: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  literal('measure', 'c.measure'),
  literal('scope', 'c.scope'),
  literal('currency', 'c.currency'),
  literal('quantity_comparator', 's.comparator'),
  decimal('quantity_low', bound('s.low')),
  decimal('quantity_high', bound('s.high')),
  literal('missing', 's.missing'),
  decimal('target', bound('s.target')),
  decimal('target_original', bound('s.original')),
  literal('deadline', 'in_force.deadline'),
  date('due', 's.due'),
  date('due_early', 's.due_early'),
  integer('slippage_days', 's.slippage_days'),
  literal('milestones', milestonesLiteral('in_force')),
  text('as_stated', 'in_force.as_stated'),
  text('deadline_as_stated', 'in_force.deadline_as_stated'),
  decimal('created', bound('s.created')),
  date('data_date', 's.data_date'),
  literal('evidence', 'case when s.created is not null then s.evidence end'),
  literal('status', 's.status'),
  literal('status_reason', 's.reason'),
  literal('status_early', 's.status_early'),
  literal('freshness', 's.freshness'),
  boolean('counted', 's.member'),
  text('left_out', 's.left_out'),
  ...SOURCE_COLUMNS,
  ...PLACE,
]

/** Every promise in force, whatever its measure. */
export const COMMITMENT_ROWS = `from picked cross join f
  join commitment c on c.agreement_id = picked.id
  join standing s on s.commitment_id = c.id and s.lane = f.lane and ${known('s')} and ${current('s')}
  ${inForceSql('c.id', 'in_force')}
  left join source on source.id = in_force.source_id
  order by picked.reference collate "C", c.id`
