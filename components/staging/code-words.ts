import {
  AGREEMENT_TYPES,
  BINDINGS,
  EVIDENCES,
  JOB_SCOPES,
  LIFECYCLES,
  MEASURES,
  MISSING_REASONS,
  OBSERVATION_KINDS,
  REGIONS,
  SECTORS,
  SIGNED_BASES,
} from '@/lib/domain/types'
import type { Translator } from '@/lib/print'
import { IMPORTED_EVENT_KINDS, type ImportKind, JOBS_MEASURES } from '@/lib/schemas/import'

type Key = Parameters<Translator>[0]

const CODES: Readonly<Record<string, readonly [family: string, codes: readonly string[]]>> = {
  type: ['agreementType', AGREEMENT_TYPES],
  binding: ['binding', BINDINGS],
  sector: ['sector', SECTORS],
  region: ['region', REGIONS],
  signed_basis: ['signedBasis', SIGNED_BASES],
  jobs_measure: ['measure', JOBS_MEASURES],
  measure: ['measure', MEASURES],
  jobs_scope: ['scope', JOB_SCOPES],
  jobs_missing: ['missingReason', MISSING_REASONS],
  amount_missing: ['missingReason', MISSING_REASONS],
  lifecycle: ['lifecycle', LIFECYCLES],
  evidence: ['evidence', EVIDENCES],
}

const KINDS: Readonly<Partial<Record<ImportKind, readonly [string, readonly string[]]>>> = {
  reports: ['observationKind', OBSERVATION_KINDS],
  events: ['eventKind', IMPORTED_EVENT_KINDS],
}

/** The words of the code list that a column of a kind takes, in the reader's language; none where it takes any text. */
export function wordsOfColumn(t: Translator, kind: ImportKind, column: string): string[] {
  const [family, codes] = (column === 'kind' ? KINDS[kind] : CODES[column]) ?? []
  return (codes ?? []).map((code) => t(`codes.${family}.${code}` as Key))
}
