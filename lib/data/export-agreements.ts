import { current, known, touchedSql } from '@/lib/data/asked'
import {
  boolean,
  date,
  decimal,
  type ExportColumn,
  instant,
  integer,
  literal,
  partiesLiteral,
  period,
  recordUrl,
  signatoriesLiteral,
  sourceUrl,
  text,
  url,
} from '@/lib/data/export-columns'
import { guideSql } from '@/lib/data/guide-sql'
import { wholeUnits } from '@/lib/data/money-sql'
import { inForceSql } from '@/lib/data/version-sql'
import { METHOD } from '@/lib/domain/method'
import { MEASURES } from '@/lib/domain/types'

const GUIDE = guideSql('j', 'f.as_of')
const money = (amount: string) => wholeUnits(`picked.${amount}`, 'picked.amount_currency')
const rate = (name: string) => `round((j.projection->>'${name}')::numeric, 1)`
const ORDER = MEASURES.map((measure) => `'${measure}'`).join(', ')

/** `j`: the standing of an agreement's jobs promise, in the measure asked for where it has one. */
export const JOBS_STANDING = `left join lateral (
    select j.*, c.scope from standing j left join commitment c on c.id = j.commitment_id
    where j.agreement_id = picked.id and j.lane = f.lane and j.measure <> 'investment' and ${known('j')} and ${current('j')}
    order by j.status is null, j.measure <> f.measure, array_position(array[${ORDER}], j.measure) limit 1
  ) j on true`

const ONLY_JOBS = (sql: string) => `case when j.status is not null then ${sql} end`

/** The columns of agreements.csv in the contract's order (section 6). */
export const AGREEMENT_COLUMNS: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  text('title', 'picked.title'),
  literal('type', 'picked.type'),
  literal('binding', 'picked.binding'),
  literal('lifecycle', 'picked.lifecycle'),
  text('company', 'picked.company_name'),
  text('other_companies', partiesLiteral('picked.id', 'other_company')),
  text('government_parties', partiesLiteral('picked.id', 'government')),
  text('signatories', signatoriesLiteral('picked.id')),
  period('signed_on', 'picked.signed_text'),
  literal('sector', 'picked.sector'),
  literal('region', 'picked.region'),
  literal('jobs_measure', ONLY_JOBS('j.measure')),
  literal('jobs_scope', ONLY_JOBS('j.scope')),
  literal('jobs_comparator', 'j.comparator'),
  integer('jobs_low', 'j.low', 'persons'),
  integer('jobs_high', 'j.high', 'persons'),
  integer('jobs_target', 'j.target', 'persons'),
  integer('jobs_target_original', 'j.original', 'persons'),
  literal('due_text', 'coalesce(in_force.deadline, money_in_force.deadline)'),
  date('due', 'coalesce(j.due, m.due)'),
  integer('baseline_headcount', 'baseline.low', 'persons'),
  period('baseline_date', 'baseline.on_text'),
  integer('created', 'j.created', 'persons'),
  date('created_data_date', 'j.data_date'),
  literal('created_evidence', 'case when j.created is not null then j.evidence end'),
  integer('created_verified', 'jv.created', 'persons'),
  decimal(
    'progress_percent',
    'trunc(j.created * 100::numeric / nullif(greatest(j.target, 0), 0), 1)',
    'percent',
  ),
  integer(
    'expected',
    `round(case when j.expected_num is not null then j.expected_num / j.expected_den when j.created is null then ${GUIDE.num} / ${GUIDE.den} end)`,
    'persons',
  ),
  decimal('pace', 'trunc(j.created * j.expected_den / nullif(j.expected_num, 0), 2)'),
  literal('pace_status', 'j.status'),
  literal('status_reason', 'j.reason'),
  boolean('reading_sensitive', ONLY_JOBS('j.status <> j.status_early')),
  literal('freshness', ONLY_JOBS('j.freshness')),
  decimal('required_per_month', rate('requiredPerMonth'), 'persons per month'),
  decimal('recent_per_month', rate('recentPerMonth'), 'persons per month'),
  date('projected_completion', `(j.projection->>'projectedCompletion')::date`),
  literal('amount_comparator', 'picked.amount_comparator'),
  decimal('amount_low', money('amount_low'), 'currency'),
  decimal('amount_high', money('amount_high'), 'currency'),
  literal('currency', 'picked.amount_currency'),
  decimal('amount_realised', money('amount_created'), 'currency'),
  date('amount_data_date', 'picked.amount_data_date'),
  url('source_url', sourceUrl('main')),
  url('record_url', recordUrl('picked.reference')),
  date('as_of', 'f.as_of'),
  instant('known_at', `f.p->>'knownAt'`),
  literal('method', `'${METHOD}'`),
  instant('updated_at', `to_char(change."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`),
]

/** What the columns of agreements.csv are read from. */
export const AGREEMENT_ROWS = `from picked cross join f
  ${JOBS_STANDING}
  left join standing jv on jv.agreement_id = picked.id and jv.measure = j.measure and jv.lane = 'verified'
    and ${known('jv')} and ${current('jv')}
  left join standing m on m.agreement_id = picked.id and m.measure = 'investment' and m.lane = f.lane
    and ${known('m')} and ${current('m')}
  ${inForceSql('j.commitment_id', 'in_force')}
  ${inForceSql('m.commitment_id', 'money_in_force')}
  left join lateral (
    select b.low, b.on_text from fact b where b.commitment_id = j.commitment_id and b.kind = 'baseline'
      and b.recorded <= f.seq and (b.retracted is null or b.retracted > f.seq) order by b.recorded desc, b.id desc limit 1
  ) baseline on true
  left join agreement_source x on x.agreement_id = picked.id and x.position = 0
  left join source main on main.id = x.source_id
  join change on change.seq = ${touchedSql('picked')}
  order by picked.reference collate "C"`
