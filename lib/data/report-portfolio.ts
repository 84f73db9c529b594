import {
  date,
  decimal,
  type ExportColumn,
  either,
  instant,
  literal,
  period,
  recordUrl,
  text,
  url,
} from '@/lib/data/export-columns'
import { inForceSql } from '@/lib/data/version-sql'
import { METHOD } from '@/lib/domain/method'

/** An amount of the row `picked` in persons, or in whole units where the measure is money. */
export const pickedAmount = (sql: string) => either('f.measure', 'picked.currency', sql)

/** What a report says of an agreement besides its figures. */
export const AGREEMENT_HEAD: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  text('title', 'picked.title'),
  text('company', 'picked.company_name'),
  literal('region', 'picked.region'),
  literal('sector', 'picked.sector'),
  period('signed_on', 'picked.signed_text'),
]

/** The promise of an agreement in the measure asked for, as stated, as it counts now and as it was at first. */
export const PROMISE_COLUMNS: ExportColumn[] = [
  literal('measure', 'case when picked.status is not null then f.measure end'),
  literal('quantity_comparator', 'picked.comparator'),
  decimal('quantity_low', pickedAmount('picked.low')),
  decimal('quantity_high', pickedAmount('picked.high')),
  literal('missing', 'picked.missing'),
  literal('currency', 'picked.currency'),
  decimal('target', pickedAmount('picked.target')),
  decimal('target_original', pickedAmount('picked.original')),
  literal('due_text', 'in_force.deadline'),
  date('due', 'picked.due'),
]

/** What was reported of it, in the lane asked for and verified. */
export const REPORTED_COLUMNS: ExportColumn[] = [
  decimal('created', pickedAmount('picked.created')),
  date('created_data_date', 'picked.data_date'),
  literal('created_evidence', 'case when picked.created is not null then picked.evidence end'),
  decimal('created_verified', pickedAmount('picked.verified_created')),
]

/** How it stands. */
export const STANDING_COLUMNS: ExportColumn[] = [
  literal('status', 'picked.status'),
  literal('status_reason', 'picked.reason'),
  literal('freshness', 'case when picked.status is not null then picked.freshness end'),
  literal('left_out', 'picked.left_out'),
]

/** Where the row comes from, and what it was asked for. */
export const ASKED_COLUMNS: ExportColumn[] = [
  url('record_url', recordUrl('picked.reference')),
  date('as_of', 'f.as_of'),
  instant('known_at', `f.p->>'knownAt'`),
  literal('method', `'${METHOD}'`),
]

export const PORTFOLIO_COLUMNS: ExportColumn[] = [
  ...AGREEMENT_HEAD,
  literal('lifecycle', 'picked.lifecycle'),
  ...PROMISE_COLUMNS,
  ...REPORTED_COLUMNS,
  decimal(
    'progress_percent',
    'trunc(picked.created * 100::numeric / nullif(greatest(picked.target, 0), 0), 1)',
    'percent',
  ),
  ...STANDING_COLUMNS,
  ...ASKED_COLUMNS,
]

/** Every agreement of the list, by its reference. */
export const PORTFOLIO_ROWS = `from picked cross join f ${inForceSql('picked.commitment_id', 'in_force')}
  order by picked.reference collate "C"`
