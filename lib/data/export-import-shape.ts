import { stated } from '@/lib/data/asked'
import { JOBS_STANDING } from '@/lib/data/export-agreements'
import {
  type ExportColumn,
  literal,
  milestonesLiteral,
  moneyText,
  partiesLiteral,
  period,
  personsText,
  quantityLiteral,
  signatoriesLiteral,
  sourceUrl,
  text,
  url,
} from '@/lib/data/export-columns'
import { originalSql } from '@/lib/data/version-sql'
import { LIFECYCLES } from '@/lib/domain/types'

const STEPS = LIFECYCLES.map((code) => `'${code}'`).join(', ')

/** agreements.csv as import reads it (contract, section 5): the promise is version 1 as corrected. */
export const AGREEMENT_IMPORT: ExportColumn[] = [
  literal('reference', 'picked.reference'),
  text('title', 'picked.title'),
  literal('type', 'picked.type'),
  literal('binding', 'picked.binding'),
  text('company', partiesLiteral('picked.id', 'company')),
  text('other_companies', partiesLiteral('picked.id', 'other_company')),
  text('government_parties', partiesLiteral('picked.id', 'government')),
  text('signatories', signatoriesLiteral('picked.id')),
  period('signed_on', 'picked.signed_text'),
  literal('signed_basis', 'a.signed_basis'),
  literal('sector', 'picked.sector'),
  literal('region', 'picked.region'),
  text('place', 'a.place'),
  text('summary', 'a.summary'),
  literal('jobs_measure', 'c.measure'),
  literal('jobs_scope', 'c.scope'),
  literal('jobs', quantityLiteral('jobs', personsText)),
  literal('jobs_missing', 'jobs.missing'),
  text('jobs_as_stated', 'jobs.as_stated'),
  literal('deadline', 'jobs.deadline'),
  text('deadline_as_stated', 'jobs.deadline_as_stated'),
  literal('milestones', milestonesLiteral('jobs')),
  literal('baseline_headcount', quantityLiteral('baseline', personsText)),
  period('baseline_date', 'baseline.on_text'),
  text('baseline_as_stated', 'baseline.as_stated'),
  literal('amount', quantityLiteral('amount', moneyText('money.currency'))),
  literal('currency', 'money.currency'),
  literal(
    'amount_missing',
    `case when amount.id is null then 'not_applicable' else amount.missing end`,
  ),
  text('amount_as_stated', 'amount.as_stated'),
  literal('lifecycle', 'step.kind'),
  literal(
    'relations',
    `(select string_agg(x.kind || ':' || t.reference, ';' order by x.position, x.recorded) from relation x
      join agreement t on t.id = x.to_id where x.from_id = picked.id and ${stated('x')})`,
  ),
  url('source_url', sourceUrl('main')),
  text('source_publisher', 'main.publisher'),
  period('source_date', 'main.published_on'),
  literal('source_language', 'main.language'),
  text(
    'other_sources',
    `(select string_agg(s.url, ';' order by x.position) from agreement_source x join source s on s.id = x.source_id
      where x.agreement_id = picked.id and x.position > 0)`,
  ),
  text('notes', 'a.notes'),
]

export const AGREEMENT_IMPORT_ROWS = `from picked cross join f
  join agreement a on a.id = picked.id
  ${JOBS_STANDING}
  left join commitment c on c.id = j.commitment_id
  left join commitment money on money.agreement_id = picked.id and money.measure = 'investment'
  ${originalSql('c.id', 'jobs')}
  ${originalSql('money.id', 'amount')}
  left join lateral (
    select b.* from fact b where b.commitment_id = c.id and b.kind = 'baseline' and ${stated('b')}
    order by b.recorded desc, b.id desc limit 1
  ) baseline on true
  left join lateral (
    select e.kind from event e where e.agreement_id = picked.id and e.kind in (${STEPS}) and ${stated('e')}
      and (e.on_text is null or e.on_text = picked.signed_text)
    order by e.id limit 1
  ) step on true
  left join agreement_source first_source on first_source.agreement_id = picked.id and first_source.position = 0
  left join source main on main.id = first_source.source_id
  order by picked.reference collate "C"`
