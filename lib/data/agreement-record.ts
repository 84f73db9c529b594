import { z } from 'zod'
import { touchedSql } from '@/lib/data/asked'
import type { Db } from '@/lib/data/client'
import { type LedgerAgreement, loadAgreements } from '@/lib/data/ledger'
import { CAPACITIES, LANES, MEASURES, PARTY_ROLES, RELATION_KINDS, SIDES } from '@/lib/domain/types'

const text = z.string().nullable()

const headSchema = z.object({
  id: z.number(),
  updated_at: z.string(),
  parties: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      role: z.enum(PARTY_ROLES),
      group: z.boolean(),
    }),
  ),
  signatories: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      title: z.string(),
      side: z.enum(SIDES),
      capacity: z.enum(CAPACITIES),
    }),
  ),
  relations: z.array(
    z.object({
      kind: z.enum(RELATION_KINDS),
      direction: z.enum(['to', 'from']),
      reference: z.string(),
      title: z.string(),
    }),
  ),
  counting: z.array(
    z.object({
      measure: z.enum(MEASURES),
      lane: z.enum(LANES),
      counted: z.boolean(),
      live: z.boolean(),
      reporting: z.boolean(),
      leftOut: text,
    }),
  ),
})

const changeRow = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  verb: z.string(),
  reason: text,
  diff: z.record(z.string(), z.unknown()),
})

/** One accepted write of the record. */
export type RecordedChange = z.output<typeof changeRow>

/** What stands around one agreement: who took part, what it touches, whether it counts. */
export type AgreementSurroundings = z.output<typeof headSchema>

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`
const json = (rows: string) =>
  `(select coalesce(jsonb_agg(to_jsonb(item)), '[]') from (${rows}) item)`

const FRAME = `f as (
    select $2::date as as_of, coalesce((
      select seq from change where $3::timestamptz is null or at <= $3::timestamptz order by seq desc limit 1
    ), 0) as seq
  )`

const SURROUNDINGS = `with ${FRAME}
  select a.id, to_char(touched."at" at time zone 'UTC', ${ISO}) as updated_at,
    ${json(`select o.slug, o.name, p.role, o.is_group as "group" from party p join organisation o on o.id = p.organisation_id
      where p.agreement_id = a.id order by array_position(array['company', 'other_company', 'government'], p.role), p.position`)} as parties,
    ${json(`select p.slug, p.name, g.title, g.side, g.capacity from signatory g join person p on p.id = g.person_id
      where g.agreement_id = a.id order by g.position`)} as signatories,
    ${json(`select r.kind, case when r.from_id = a.id then 'to' else 'from' end as direction, other.reference, other.title
      from relation r join agreement other on other.id = case when r.from_id = a.id then r.to_id else r.from_id end
      where a.id in (r.from_id, r.to_id) and r.recorded <= f.seq and (r.retracted is null or r.retracted > f.seq)
      order by direction desc, r.position, other.reference`)} as relations,
    ${json(`select s.measure, s.lane, s.member as counted, s.live, s.reporting, s.left_out as "leftOut" from standing s
      where s.agreement_id = a.id and s.known_from <= f.seq and f.seq < s.known_to
        and s.valid_from <= f.as_of and f.as_of < s.valid_to`)} as counting
  from f join agreement a on a.reference = any($1) and a.recorded <= f.seq
    and (a.retracted is null or a.retracted > f.seq)
  join change touched on touched.seq = ${touchedSql('a')}`

const CHANGES = `with ${FRAME}
  select c.seq::int, to_char(c."at" at time zone 'UTC', ${ISO}) as at, c.actor, c.verb, c.reason, c.diff
  from f join change c on c.subject = any($1) and c.seq <= f.seq and f.as_of is not null order by c.seq desc`

/** Both clocks, as the method reads them; knownAt null = everything. */
export interface Moment {
  asOf: string
  knownAt: number | null
}

/** One agreement with everything ever recorded of it, and what stands around it. */
export interface FoundAgreement {
  agreement: LedgerAgreement
  around: AgreementSurroundings
}

function parametersOf(references: readonly string[], { asOf, knownAt }: Moment) {
  return [references, asOf, knownAt === null ? null : new Date(knownAt).toISOString()]
}

/** The agreements of these references that were known on both clocks, by reference. Run it in one snapshot. */
export async function agreementRecords(
  db: Db,
  references: readonly string[],
  moment: Moment,
): Promise<Map<string, FoundAgreement>> {
  const { rows } = await db.query(SURROUNDINGS, parametersOf(references, moment))
  const around = new Map(
    z
      .array(headSchema)
      .parse(rows)
      .map((row) => [row.id, row]),
  )
  const agreements = await loadAgreements(db, [...around.keys()])
  return new Map(
    agreements.flatMap((agreement) => {
      const own = around.get(agreement.id)
      return own ? [[agreement.reference, { agreement, around: own }] as const] : []
    }),
  )
}

/** How the record of an agreement came about, the latest change first. */
export async function changesOf(
  db: Db,
  reference: string,
  moment: Moment,
): Promise<RecordedChange[]> {
  const { rows } = await db.query(CHANGES, parametersOf([reference], moment))
  return z.array(changeRow).parse(rows)
}
