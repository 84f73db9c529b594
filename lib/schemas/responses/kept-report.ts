import { z } from 'zod'
import { EXPORT_FILES } from '@/lib/schemas/export-files'
import { amount, count, instant, text } from './parts'

const figures = z
  .strictObject({
    count: count.meta({ description: 'Agreements counted.' }),
    promised: amount.nullable(),
    created: amount.nullable(),
  })
  .nullable()
  .meta({ description: 'Persons, or whole dirhams; null of a file that is never added up.' })

const reading = { rowCount: count, sha256: z.string(), figures }

const members = {
  id: z.string(),
  title: z.string(),
  file: z.enum(EXPORT_FILES),
  query: z.string().meta({ description: 'What it asks for, both clocks pinned.' }),
  knownAt: instant,
  method: z.string(),
  ...reading,
  author: text.meta({ description: 'Told to accounts alone.' }),
  keptAt: instant,
  url: z.string().meta({ description: 'The page that says what has changed since.' }),
}

/** The answers about kept reports. */
export const keptReportsResponse = z.strictObject({ data: z.array(z.strictObject(members)) })
export const keptReportMadeResponse = z.strictObject({ id: z.string(), url: z.string() })
export const keptReportResponse = z.strictObject({
  ...members,
  state: z.enum(['same', 'changed']).meta({ description: 'Whether it gives the same bytes now.' }),
  differences: z.array(z.enum(['method', 'columns', 'address', 'filters', 'descriptions'])),
  now: z
    .strictObject(reading)
    .nullable()
    .meta({ description: 'What it gives now; null where it cannot be read any more.' }),
})
