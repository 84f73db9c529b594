import { z } from 'zod'
import type { Tx } from './client'
import { insertRows, recordset, rowsJson } from './rows'

/** A page or an uploaded file as cited: one of the two at least. */
export interface Citation {
  url: string | null
  attachment: string | null
  publisher: string | null
  publishedOn: string | null
  language: string | null
}

const COLUMNS = {
  url: 'text',
  attachment: 'text',
  publisher: 'text',
  published_on: 'text',
  language: 'text',
}

const SAME = `s.publisher is not distinct from r.publisher and s.published_on is not distinct from r.published_on
  and s.language is not distinct from r.language and s.kind is null`

const foundRow = z.object({ position: z.string(), id: z.number() })

function keyOf({ url, attachment, publisher, publishedOn, language }: Citation): string {
  return JSON.stringify([url, attachment, publisher, publishedOn, language])
}

/** Finds each citation's id; the same citation is one source, whoever cites it. New ones are added. */
export async function ensureSources(
  tx: Tx,
  citations: readonly Citation[],
): Promise<(citation: Citation) => number> {
  const distinct = [...new Map(citations.map((one) => [keyOf(one), one])).values()]
  const rows = distinct.map((one, position) => ({
    ...one,
    published_on: one.publishedOn,
    position,
  }))
  const find = async () => {
    const { rows: found } = await tx.query(
      `with r as (select * from ${recordset({ ...COLUMNS, position: 'bigint' })})
       select r.position, s.id from r join source s on s.url = r.url
         and s.attachment is not distinct from r.attachment and ${SAME}
       union all
       select r.position, s.id from r join source s on s.url is null and r.url is null
         and s.attachment = r.attachment and ${SAME}`,
      [rowsJson(rows)],
    )
    return new Map(
      z
        .array(foundRow)
        .parse(found)
        .map((row) => [Number(row.position), row.id]),
    )
  }
  const known = await find()
  await insertRows(
    tx,
    'source',
    COLUMNS,
    rows.filter(({ position }) => !known.has(position)),
  )
  const ids = await find()
  const byKey = new Map(distinct.map((one, position) => [keyOf(one), ids.get(position)]))
  return (citation) => {
    const id = byKey.get(keyOf(citation))
    if (id === undefined) throw new Error(`no source for ${citation.url ?? citation.attachment}`)
    return id
  }
}
