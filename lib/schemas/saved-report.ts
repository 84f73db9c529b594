import { z } from 'zod'
import { InvalidInput } from '@/lib/errors'
import { EXPORT_FILES, type ExportFile } from './export-files'
import type { Surface } from './filter-keys'
import { coded, problemsOf, refused } from './problems'

const LONGEST_TITLE = 200
const LONGEST_QUERY = 8_000

/** What the form that keeps a report sends: a name for it, the file, and the canonical query of what is asked of it. */
export const saveReportForm = z.object({
  title: z
    .string()
    .transform((text) => text.trim().replaceAll(/\s+/g, ' '))
    .refine((text) => text !== '', refused('required'))
    .refine((text) => text.length <= LONGEST_TITLE, coded('too_long', { maximum: LONGEST_TITLE })),
  file: z.enum(EXPORT_FILES),
  query: z.string().max(LONGEST_QUERY),
})
export type SaveReportBody = z.output<typeof saveReportForm>

/** The parameters that the address of a file takes. */
export function surfaceOfFile(file: ExportFile): Surface {
  return file === 'targets' ? 'targetsFile' : 'file'
}

/** The body that keeps one: the same members; without a query the whole file is kept, as of today. */
export const keptReportBody = z.strictObject({
  ...saveReportForm.shape,
  query: saveReportForm.shape.query.default('').meta({
    description: 'Filters as in the address of the file, such as dueYear=2027&asOf=2025-12-31.',
  }),
})

/** What a body says. Throws InvalidInput. */
export function parseKeptReport(body: unknown): SaveReportBody {
  const parsed = keptReportBody.safeParse(body, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new InvalidInput(problemsOf(parsed.error))
}
