import { z } from 'zod'
import { LOCALES, type Locale } from '@/lib/format'
import { type Db, pool } from './client'

const letterRow = z.object({
  slug: z.string(),
  number: z.number(),
  recipient: z.string(),
  author: z.string(),
  /** The name of the account; null when it is gone from the accounts. */
  authorName: z.string().nullable(),
  language: z.enum(LOCALES),
  begunAt: z.date(),
  /** Both null: it is under way, or the server stopped meanwhile and nobody knows. */
  sentAt: z.date().nullable(),
  failure: z.string().nullable(),
})

const wholeRow = letterRow.extend({ subject: z.string(), body: z.string() })

/** A letter to a company. */
export type Letter = z.output<typeof letterRow>

/** What a letter is begun with. */
export interface NewLetter {
  slug: string
  number: number
  recipient: string
  language: Locale
  subject: string
  body: string
  author: string
}

const COLUMNS = `o.slug, l.number, l.recipient, l.author, a.name as "authorName", l.language,
  l.begun_at as "begunAt", l.sent_at as "sentAt", l.failure`
const JOINED =
  'from letter l join organisation o on o.id = l.organisation_id left join account a on a.id = l.author'

/** The latest letter to each of these companies, by slug. */
export async function latestLetters(
  slugs: readonly string[],
  db: Db = pool(),
): Promise<Map<string, Letter>> {
  const { rows } = await db.query(
    `select distinct on (o.id) ${COLUMNS} ${JOINED} where o.slug = any($1) order by o.id, l.id desc`,
    [slugs],
  )
  return new Map(
    z
      .array(letterRow)
      .parse(rows)
      .map((letter) => [letter.slug, letter]),
  )
}

/** The n-th letter to a company; null while there is none that did not fail. */
export async function letterTo(
  slug: string,
  number: number,
  db: Db = pool(),
): Promise<z.output<typeof wholeRow> | null> {
  const { rows } = await db.query(
    `select ${COLUMNS}, l.subject, l.body ${JOINED} where o.slug = $1 and l.number = $2 and l.failure is null`,
    [slug, number],
  )
  return rows.length === 0 ? null : wholeRow.parse(rows[0])
}

const begunRow = z.object({ id: z.string() })

/** Begins the next letter to a company and returns its id; null when it is not the next: of two at once, one begins. */
export async function beginLetter(letter: NewLetter, db: Db = pool()): Promise<string | null> {
  const { slug, number, recipient, language, subject, body, author } = letter
  const { rows } = await db.query(
    `insert into letter (organisation_id, number, recipient, language, subject, body, author, begun_at)
     select o.id, $2, $3, $4, $5, $6, $7, now() from organisation o
     where o.slug = $1 and $2 = 1 + (
       select coalesce(max(number), 0) from letter where organisation_id = o.id and failure is null
     )
     on conflict (organisation_id, number) where failure is null do nothing returning id`,
    [slug, number, recipient, language, subject, body, author],
  )
  return rows.length === 0 ? null : begunRow.parse(rows[0]).id
}

/** Writes down what became of a letter: null = the mail server took it. */
export async function endLetter(
  id: string,
  failure: string | null,
  db: Db = pool(),
): Promise<void> {
  await db.query(
    'update letter set sent_at = case when $2::text is null then now() end, failure = $2 where id = $1',
    [id, failure],
  )
}
