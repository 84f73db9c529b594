import { createHash } from 'node:crypto'
import { z } from 'zod'
import { InvalidInput, type Problem } from '@/lib/errors'

/** Where a page of a list ended: the state it was read in, the sort value and the name of its last row. */
const place = z.object({
  asOf: z.string(),
  seq: z.string().regex(/^\d+$/),
  value: z.string().nullable(),
  name: z.string(),
})
export type Place = z.output<typeof place>

const SEAL_BYTES = 9

function seal(query: string, body: string): string {
  return createHash('sha256')
    .update(`${query}\n${body}`)
    .digest()
    .subarray(0, SEAL_BYTES)
    .toString('base64url')
}

/** An opaque text for a place in the list of one query. */
export function printCursor(query: string, at: Place): string {
  return printSealed(query, at)
}

/** The place that a cursor of this very query names. Throws InvalidInput on any other text. */
export function parseCursor(query: string, cursor: string): Place {
  return place.parse(openSealed(query, cursor))
}

/** Where a page of a list that has one state only ended: the sort value and the name of its last row. */
const plainPlace = place.pick({ name: true }).extend({ value: z.string() })
export type PlainPlace = z.output<typeof plainPlace>

/** The same for a list that has one state only. */
export function printPlace(query: string, at: PlainPlace): string {
  return printSealed(query, at)
}

/** The same for a list that has one state only. Throws InvalidInput on any other text. */
export function parsePlace(query: string, cursor: string): PlainPlace {
  return plainPlace.parse(openSealed(query, cursor))
}

function printSealed(query: string, at: object): string {
  const body = Buffer.from(JSON.stringify(at)).toString('base64url')
  return `${body}.${seal(query, body)}`
}

function openSealed(query: string, cursor: string): unknown {
  const [body = '', sealed, ...more] = cursor.split('.')
  if (more.length > 0 || sealed !== seal(query, body)) throw notACursor()
  return JSON.parse(Buffer.from(body, 'base64url').toString())
}

function notACursor(): InvalidInput {
  return new InvalidInput([{ path: 'cursor', code: 'not_a_cursor' }])
}

/** What is wrong with the cursor of an address: nothing, or that it is not of this query. */
export function problemsOfCursor(query: string, cursor: string | null): Problem[] {
  try {
    if (cursor !== null) parseCursor(query, cursor)
    return []
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    throw error
  }
}
