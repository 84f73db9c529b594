import { wholeUnits } from '@/lib/data/money-sql'
import type { ColumnKind } from '@/lib/files/table'

export interface ExportColumn {
  name: string
  sql: string
  kind: ColumnKind
  unit?: 'persons' | 'currency' | 'percent' | 'persons per month'
}

const column = (kind: ColumnKind) => (name: string, sql: string, unit?: ExportColumn['unit']) => ({
  name,
  sql,
  kind,
  ...(unit && { unit }),
})

/** Columns by what they hold: words that people wrote, codes and numbers as files write them, and so on. */
export const text = column('text')
export const literal = column('literal')
export const integer = column('integer')
export const decimal = column('decimal')
export const date = column('date')
export const period = column('period')
export const boolean = column('boolean')
export const instant = column('instant')
export const url = column('url')

const NEEDS_GUARD = `'=', '+', '-', '@', E'\\t', E'\\r', ''''`

/** The cell of a column in a file: words are guarded against formulas, an empty text is an empty field, decimals take the reader's mark. */
export function cellSql({ sql, kind }: ExportColumn, decimalComma: boolean): string {
  if (kind === 'text' || kind === 'url')
    return `nullif(case when left(${sql}, 1) in (${NEEDS_GUARD}) then '''' || ${sql} else ${sql} end, '')`
  if (kind === 'literal') return `nullif(${sql}, '')`
  if (kind === 'boolean') return `(${sql})::text`
  if (kind === 'decimal' && decimalComma) return `replace((${sql})::text, '.', ',')`
  return sql
}

/** A quantity as its literal, `>1500`; `number` prints one bound (contract, section 5). */
export function quantityLiteral(row: string, number: (bound: string) => string): string {
  const low = number(`${row}.low`)
  const high = number(`${row}.high`)
  return `case ${row}.comparator when 'eq' then ${low} when 'gt' then '>' || ${low} when 'ge' then '>=' || ${low}
    when 'approx' then '~' || ${low} when 'range' then ${low} || '..' || ${high}
    when 'le' then '<=' || ${high} when 'lt' then '<' || ${high} end`
}

/** One bound of a quantity of persons as text. */
export const personsText = (bound: string) => `(${bound})::text`

/** One bound of an amount of a currency as text, in whole units. */
export const moneyText = (currency: string) => (bound: string) =>
  `${wholeUnits(bound, currency)}::text`

/** A bound of persons or of money, by the measure beside it. */
export const eitherText = (measure: string, currency: string) => (bound: string) =>
  `case when ${measure} = 'investment' then ${wholeUnits(bound, currency)} else ${bound}::numeric end::text`

/** A number of persons or of money in whole units, by the measure beside it. */
export const either = (measure: string, currency: string, amount: string) =>
  `case when ${measure} = 'investment' then ${wholeUnits(amount, currency)} else ${amount}::numeric end`

/** Milestones of a fact of persons as their literal, `2024-12-31=>700;…`. */
export const milestonesLiteral = (fact: string) => `(
    select string_agg((m.value->>'on') || '=' || case m.value->>'comparator'
      when 'gt' then '>' || (m.value->>'low') when 'ge' then '>=' || (m.value->>'low') when 'approx' then '~' || (m.value->>'low')
      when 'range' then (m.value->>'low') || '..' || (m.value->>'high') else m.value->>'low' end, ';' order by m.ordinality)
    from jsonb_array_elements(coalesce(nullif(${fact}.milestones, 'null'), '[]')) with ordinality m
  )`

/** Names of an agreement's parties of one role, separated by `;`. */
export const partiesLiteral = (agreement: string, role: string) => `(
    select string_agg(o.name, ';' order by party.position) from party join organisation o on o.id = party.organisation_id
    where party.agreement_id = ${agreement} and party.role = '${role}'
  )`

/** Signatories of an agreement as their literal. */
export const signatoriesLiteral = (agreement: string) => `(
    select string_agg(g.side || '|' || g.capacity || '|' || p.name || '|' || g.title, ';' order by g.position)
    from signatory g join person p on p.id = g.person_id where g.agreement_id = ${agreement}
  )`

/** The address of an agreement's page. */
export const recordUrl = (reference: string) => `(f.p->>'base') || '/agreements/' || ${reference}`
