import { z } from 'zod'
import { EXPORT_FILES, type ExportFile } from './export-files'
import type { Surface } from './filter-keys'
import { coded, refused } from './problems'

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
