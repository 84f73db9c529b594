import { z } from 'zod'
import type { Db } from '@/lib/data/client'
import { FOREVER } from '@/lib/data/standing-rows'
import { type IsoDate, MEASURES } from '@/lib/domain/types'

const likeRow = z.object({
  reference: z.string(),
  measure: z.enum(MEASURES),
  start: z.string().nullable(),
  due: z.string().nullable(),
  target: z
    .string()
    .transform((text) => BigInt(text))
    .nullable(),
  currency: z.string().nullable(),
})

/** A promise of an agreement as it stands on a day: T in persons or minor units. */
export type LikePromise = z.output<typeof likeRow>

const PROMISES = `select a.reference, s.measure, s.start, s.due, s.target::text as target, s.currency
  from agreement a join standing s on s.agreement_id = a.id
  where s.lane = 'reported' and s.known_to = ${FOREVER} and s.valid_from <= $2::date and $2::date < s.valid_to
    and s.commitment_id is not null and a.reference <> $3`

/** The promises of the other agreements in which a company of this name takes the lead; case, accents and script marks aside. */
export async function promisesOfCompany(
  db: Db,
  company: string,
  asOf: IsoDate,
  except: string,
): Promise<LikePromise[]> {
  const { rows } = await db.query(
    `${PROMISES} and exists (
       select from party p join organisation o on o.id = p.organisation_id
       where p.agreement_id = a.id and p.role = 'company' and o.search = fold($1)
     ) order by a.reference, s.measure`,
    [company, asOf, except],
  )
  return z.array(likeRow).parse(rows)
}

/** The promises of an agreement and of its other parts. */
export async function promisesOfParts(
  db: Db,
  parent: string,
  asOf: IsoDate,
  except: string,
): Promise<LikePromise[]> {
  const { rows } = await db.query(
    `${PROMISES} and (a.reference = $1 or exists (
       select from relation r join agreement t on t.id = r.to_id
       where r.from_id = a.id and r.kind = 'part_of' and r.retracted is null and t.reference = $1
     )) order by a.reference, s.measure`,
    [parent, asOf, except],
  )
  return z.array(likeRow).parse(rows)
}
