import {
  date,
  decimal,
  type ExportColumn,
  instant,
  integer,
  literal,
  recordUrl,
  text,
  url,
} from '@/lib/data/export-columns'
import { wholeUnits } from '@/lib/data/money-sql'
import { LINE_ORDER } from '@/lib/data/period-sql'
import { METHOD } from '@/lib/domain/method'
import { HOME_CURRENCY } from '@/lib/domain/money'
import { TOTALS } from '@/lib/domain/period'

const amount = (sql: string) =>
  `case when f.measure = 'investment' then ${wholeUnits(sql, `'${HOME_CURRENCY}'`)} else (${sql})::numeric end`

const AT = `to_char(line."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export const CHANGES_COLUMNS: ExportColumn[] = [
  literal('because', `case when line.by_change then 'recorded' else 'dated' end`),
  literal('cause', 'line.cause'),
  date('on', 'case when not line.by_change then line.as_of end'),
  instant('recorded_at', AT),
  integer('change', 'case when line.by_change then line.seq end'),
  literal('reference', 'line.reference'),
  text('title', 'line.title'),
  text('company', 'line.company_name'),
  literal('through', 'case when line.subject <> line.reference then line.subject end'),
  text('reason', 'line.why'),
  ...TOTALS.flatMap((name) => [
    decimal(`${name}_before`, amount(`line.was_${name}`)),
    decimal(`${name}_after`, amount(`line.${name}`)),
    decimal(`${name}_effect`, amount(`line.${name}_effect`)),
  ]),
  literal('status_before', 'line.was_status'),
  literal('status_after', 'line.status'),
  literal('measure', 'f.measure'),
  url('record_url', recordUrl('line.reference')),
  date('since', 'period.since'),
  instant('since_known_at', `f.p->>'sinceKnownAt'`),
  date('as_of', 'f.as_of'),
  instant('known_at', `f.p->>'knownAt'`),
  literal('method', `'${METHOD}'`),
]

/** Every line of a period, in order. */
export const CHANGES_ROWS = `from line cross join f cross join period order by ${LINE_ORDER}`
