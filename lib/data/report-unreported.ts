import { companyOf } from '@/lib/data/calendar'
import {
  date,
  decimal,
  type ExportColumn,
  either,
  instant,
  integer,
  literal,
  recordUrl,
  text,
  url,
} from '@/lib/data/export-columns'
import { METHOD } from '@/lib/domain/method'

const amount = (column: string) => either('open.measure', 'open.currency', `open.${column}`)

/** Promises of which a report is due and was never made, or is overdue (docs: /method#report-due). */
export const UNREPORTED =
  'open.report_due is not null and (open.data_date is null or open.report_due <= f.as_of)'

/** Region by region, the longest overdue first. */
export const UNREPORTED_ORDER =
  'open.region, open.report_due, open.reference collate "C", open.measure'

export const UNREPORTED_COLUMNS: ExportColumn[] = [
  literal('region', 'open.region'),
  // In brackets: a guard stands before it with ||, which binds as ->> does.
  text('company', `(asked_of.company->>'name')`),
  literal('slug', `(asked_of.company->>'slug')`),
  literal('reference', 'open.reference'),
  text('title', 'open.title'),
  literal('sector', 'open.sector'),
  literal('measure', 'open.measure'),
  literal('quantity_comparator', 'open.comparator'),
  decimal('quantity_low', amount('low')),
  decimal('quantity_high', amount('high')),
  literal('missing', 'open.missing'),
  literal('currency', 'open.currency'),
  date('due', 'open.due'),
  date('data_date', 'open.data_date'),
  date('report_due', 'open.report_due'),
  // Not yet overdue: nothing was ever reported, and the first report is due on a day to come.
  integer(
    'days_overdue',
    'case when open.report_due <= f.as_of then f.as_of - open.report_due end',
  ),
  literal('status', 'open.status'),
  url('record_url', recordUrl('open.reference')),
  date('as_of', 'f.as_of'),
  instant('known_at', `f.p->>'knownAt'`),
  literal('method', `'${METHOD}'`),
]

export const UNREPORTED_ROWS = `from open cross join f
  cross join lateral (select ${companyOf('open.id')} as company) asked_of
  where ${UNREPORTED} order by ${UNREPORTED_ORDER}`
