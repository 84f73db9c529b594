import { z } from 'zod'
import { count, day, instant } from './parts'

const decimal = z.strictObject({
  base: z.literal('decimal'),
  format: z.strictObject({ decimalChar: z.literal(',') }),
})

/** The metadata beside a file, as CSVW writes them (contract, section 6). */
export const fileMetadata = z.strictObject({
  '@context': z.tuple([
    z.literal('http://www.w3.org/ns/csvw'),
    z.strictObject({ '@language': z.literal('en') }),
  ]),
  url: z.string(),
  dialect: z.strictObject({
    encoding: z.literal('utf-8'),
    delimiter: z.enum([',', ';']),
    lineTerminators: z.array(z.string()),
    header: z.literal(true),
  }),
  tableSchema: z.strictObject({
    columns: z.array(
      z.strictObject({
        name: z.string(),
        titles: z.string(),
        datatype: z.union([z.string(), decimal]),
        'schema:unitText': z.string().optional(),
      }),
    ),
  }),
  notes: z.array(
    z.strictObject({
      filter: z.string(),
      asOf: day,
      knownAt: instant.nullable(),
      method: z.string(),
      rowCount: count,
    }),
  ),
})
export type FileMetadata = z.output<typeof fileMetadata>
