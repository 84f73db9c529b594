import { z } from 'zod'
import type { FormTexts } from './accounts'
import { IMPORT_COLUMNS, type ImportKind } from './import'
import { coded, refused } from './problems'

/** Where a staged file stands: being described, being judged, judged, being proposed, proposed. */
export const STAGED_STATES = ['mapping', 'checking', 'checked', 'writing', 'written'] as const
export type StagedState = (typeof STAGED_STATES)[number]

/** What becomes of a row of a staged file. */
export const STAGED_FATES = ['created', 'updated', 'unchanged', 'refused'] as const
export type StagedFate = (typeof STAGED_FATES)[number]

/** What the preview can be narrowed to: rows of one fate, those read with a doubt, or those like a known agreement. */
export const STAGED_VIEWS = [...STAGED_FATES, 'doubt', 'alike'] as const
export type StagedView = (typeof STAGED_VIEWS)[number]

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export const DELIMITERS = [',', ';', '\t', '|'] as const
export const DECIMALS = ['.', ','] as const

/** A file that is brought in the browser is this large at most: 100,000 rows with long texts are. */
export const MOST_STAGED_BYTES = 256 * 1024 * 1024

/** How a file is read. */
export const dialect = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(ENCODINGS).nullable(),
  delimiter: z.enum(DELIMITERS).nullable(),
  sheet: z.string().nullable(),
  headerRow: z.int().min(1),
  decimal: z.enum(DECIMALS),
})

/** Where one of our columns comes from: a column of the file, or one text for every row. */
export const origin = z.union([
  z.object({ header: z.string() }),
  z.object({ constant: z.string().max(2_000) }),
])
export type Origin = z.output<typeof origin>

/** Which of our columns come from where; the others are absent. */
export const columnMapping = z.record(z.string(), origin)
export type ColumnMapping = z.output<typeof columnMapping>

/** Names in the file with the name in the ledger that a person said they mean; null = one of its own. */
export const nameChoices = z.record(z.string(), z.string().nullable())
export type NameChoices = z.output<typeof nameChoices>

/** A name that the ledger does not have, with the likest that it has. */
export const unknownName = z.object({
  name: z.string(),
  rows: z.number(),
  like: z.array(z.object({ name: z.string(), percent: z.number() })),
})
export type UnknownName = z.output<typeof unknownName>

/** What became of the rows of a file; `read` = created + updated + unchanged + refused. */
export const stagedCounts = z.object({
  read: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  doubt: z.number(),
  alike: z.number(),
  unknown: z.array(unknownName),
  /** Names that the ledger does not have and for which nothing like was sought: those of the fewest rows. */
  unsought: z.number().default(0),
})
export type StagedCounts = z.output<typeof stagedCounts>

const HEADER_ROWS = 1_000

/** The form that says how a file is read; what a format does not have is absent. */
export const dialectForm = z.object({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(['comma', 'semicolon', 'tab', 'bar']).optional(),
  sheet: z.string().max(200).optional(),
  headerRow: z
    .string()
    .refine((text) => /^[1-9]\d{0,3}$/.test(text.trim()) && Number(text) <= HEADER_ROWS, {
      ...coded('header_row', { maximum: HEADER_ROWS }),
    })
    .transform(Number),
  decimal: z.enum(['point', 'comma']),
})

const NAMED_DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
export const DELIMITER_NAMES = ['comma', 'semicolon', 'tab', 'bar'] as const

/** How a form says that a file is read, without what its format does not have. */
export function dialectOfForm(
  form: z.output<typeof dialectForm>,
): Omit<z.output<typeof dialect>, 'format'> {
  const { encoding, delimiter, sheet, headerRow, decimal } = form
  return {
    ...{ encoding: encoding ?? null, sheet: sheet ?? null, headerRow },
    decimal: decimal === 'comma' ? ',' : '.',
    delimiter: delimiter === undefined ? null : NAMED_DELIMITERS[delimiter],
  }
}

/** The name by which a form calls a delimiter. */
export function delimiterName(delimiter: string): (typeof DELIMITER_NAMES)[number] {
  return DELIMITER_NAMES.find((name) => NAMED_DELIMITERS[name] === delimiter) ?? 'comma'
}

/** A step on a staged file, from the version that was seen. */
export const stagedStep = z.object({
  id: z.uuid(),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** A mapping kept before. */
export const keptForm = z.object({
  kept: z.string().refine((text) => text !== '', refused('required')),
})

/** A name under which a mapping is kept, or none. */
export const nameForm = z.object({
  name: z
    .string()
    .default('')
    .transform((text) => text.trim().replaceAll(/\s+/g, ' '))
    .refine((text) => text.length <= 200, coded('too_long', { maximum: 200 })),
})

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** How a judged file is proposed. */
export const writeForm = z.object({ submit: ticked, part: ticked })

/** What a form says of names and rows like known ones: `name.<n>` with `means.<n>` (empty: none of them), `row.<line>` (`-`: another one; empty: left open). */
export function chosenLikenesses(texts: FormTexts): {
  names: NameChoices
  rows: { line: number; reference: string | null }[]
} {
  const said = Object.entries(texts)
  const names = said.flatMap(([key, name]) => {
    const [, place] = /^name\.(\d{1,4})$/.exec(key) ?? []
    if (place === undefined || name === undefined) return []
    return [[name, texts[`means.${place}`] || null] as const]
  })
  const rows = said.flatMap(([key, reference]) => {
    const [, line] = /^row\.(\d{1,9})$/.exec(key) ?? []
    if (line === undefined || !reference) return []
    return [{ line: Number(line), reference: reference === '-' ? null : reference }]
  })
  return { names: Object.fromEntries(names), rows }
}

/** The mapping that a form states: `from.<column>` names a column of the file, `constant.<column>` a text for every row. Throws nothing: what is no column of the kind is left out. */
export function mappingOfForm(
  kind: ImportKind,
  texts: FormTexts,
  header: readonly string[],
): ColumnMapping {
  const entries = IMPORT_COLUMNS[kind].flatMap((column): [string, Origin][] => {
    const from = texts[`from.${column}`] ?? ''
    const constant = (texts[`constant.${column}`] ?? '').trim()
    if (header.includes(from)) return [[column, { header: from }]]
    return constant === '' ? [] : [[column, { constant }]]
  })
  return Object.fromEntries(entries)
}
