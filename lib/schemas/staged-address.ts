import { z } from 'zod'
import type { Problem } from '@/lib/errors'
import { parseKeys } from './proposals-filter'
import { STAGED_VIEWS, type StagedView } from './staged'

const LONGEST_VALUE = 100

const problemValues = z.record(z.string(), z.union([z.string().max(LONGEST_VALUE), z.number()]))

const importKeys = {
  problem: z.string().regex(/^[a-z][a-z_0-9]{0,40}$/),
  values: z
    .string()
    .max(1_000)
    .transform((text, context): Problem['values'] => {
      try {
        return problemValues.parse(JSON.parse(text))
      } catch {
        context.addIssue({ code: 'custom', params: { code: 'invalid' } })
        return z.NEVER
      }
    }),
} as const

/** Why the file that was just sent could not be taken; null when none was sent. Throws InvalidInput naming every unknown key and value. */
export function parseImportAddress(address: URLSearchParams): Omit<Problem, 'path'> | null {
  const found = z
    .object({ problem: z.string(), values: problemValues.optional() })
    .partial()
    .parse(parseKeys(address, importKeys))
  const { problem: code, values } = found
  if (code === undefined) return null
  return values ? { code, values } : { code }
}

/** The address of the page that says why a file could not be taken. */
export function refusedImportAddress({ code, values }: Omit<Problem, 'path'>): string {
  const query = new URLSearchParams({ problem: code })
  if (values) query.set('values', JSON.stringify(values))
  return `/import?${query}`
}

const stagedKeys = {
  view: z.enum(STAGED_VIEWS),
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
} as const

/** Which rows of a staged file are looked at: of one view, behind a line. */
export interface StagedAddress {
  view: StagedView | null
  after: number
}

/** What the address of a staged file asks. Throws InvalidInput naming every unknown key and value. */
export function parseStagedAddress(address: URLSearchParams): StagedAddress {
  return { view: null, after: 0, ...parseKeys(address, stagedKeys) }
}
