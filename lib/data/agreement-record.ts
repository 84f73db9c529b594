import { z } from 'zod'
import type { Db } from '@/lib/data/client'
import { type LedgerAgreement, loadAgreements } from '@/lib/data/ledger'
import { CAPACITIES, LANES, MEASURES, PARTY_ROLES, RELATION_KINDS, SIDES } from '@/lib/domain/types'

const text = z.string().nullable()

const headSchema = z.object({
  id: z.number(),
  seq: z.string(),
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
  changes: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      actor: z.string(),
      verb: z.string(),
      reason: text,
      diff: z.record(z.string(), z.unknown()),
    }),
  ),
})

/** What stands around one agreement: who took part, what it touches, whether it counts, and how its record came about. */
export type AgreementSurroundings = z.output<typeof headSchema>

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`
const json = (rows: string) =>
  `(select coalesce(jsonb_agg(to_jsonb(item)), '[]') from (${rows}) item)`

const SURROUNDINGS = `with f as (
    select $2::date as as_of, coalesce((
      select seq from change where $3::timestamptz is null or at <= $3::timestamptz order by seq desc limit 1
    ), 0) as seq
  )
  select a.id, f.seq::text as seq, to_char(touched."at" at time zone 'UTC', ${ISO}) as updated_at,
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
        and s.valid_from <= f.as_of and f.as_of < s.valid_to`)} as counting,
    ${json(`select c.seq, to_char(c."at" at time zone 'UTC', ${ISO}) as at, c.actor, c.verb, c.reason, c.diff from change c
      where c.subject = a.reference and c.seq <= f.seq order by c.seq desc`)} as changes
  from f join agreement a on a.reference = $1 and a.recorded <= f.seq
    and (a.retracted is null or a.retracted > f.seq)
  join change touched on touched.seq = a.updated`

/** Everything ever recorded of one agreement and what stands around it on both clocks; null when it was not known then. Run it in one snapshot. */
export async function agreementRecord(
  db: Db,
  reference: string,
  moment: { asOf: string; knownAt: number | null },
): Promise<{ agreement: LedgerAgreement; around: AgreementSurroundings } | null> {
  const knownAt = moment.knownAt === null ? null : new Date(moment.knownAt).toISOString()
  const { rows } = await db.query(SURROUNDINGS, [reference, moment.asOf, knownAt])
  if (rows.length === 0) return null
  const around = headSchema.parse(rows[0])
  const [agreement] = await loadAgreements(db, [around.id])
  return agreement ? { agreement, around } : null
}
