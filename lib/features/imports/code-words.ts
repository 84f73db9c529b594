import { REGIONS } from '@/lib/domain/types'
import ar from '@/lib/messages/ar.json'
import en from '@/lib/messages/en.json'
import fr from '@/lib/messages/fr.json'
import type { ImportKind } from '@/lib/schemas/import'
import { nearest } from '@/lib/schemas/nearest'
import { folded } from './folded'

const MESSAGES = [en, fr, ar]

/** The code lists of the columns that take codes. */
const FAMILIES = {
  type: 'agreementType',
  binding: 'binding',
  sector: 'sector',
  region: 'region',
  signed_basis: 'signedBasis',
  jobs_measure: 'measure',
  measure: 'measure',
  jobs_scope: 'scope',
  jobs_missing: 'missingReason',
  amount_missing: 'missingReason',
  lifecycle: 'lifecycle',
  evidence: 'evidence',
} as const
type Family =
  | (typeof FAMILIES)[keyof typeof FAMILIES]
  | 'observationKind'
  | 'eventKind'
  | 'versionKind'

/** What the column `kind` of a kind of rows holds. */
const KINDS = new Map<ImportKind, Family>([
  ['reports', 'observationKind'],
  ['events', 'eventKind'],
  ['amendments', 'versionKind'],
])

const BY_COLUMN = new Map<string, Family>(Object.entries(FAMILIES))

function familyOf(kind: ImportKind, column: string): Family | null {
  if (column === 'kind') return KINDS.get(kind) ?? null
  return BY_COLUMN.get(column) ?? null
}

/** No label is longer: a text that is needs no folding to be none. */
const LONGEST_LABEL = 120

/** What stands before the name of a region. */
const REGION_OF = /^(?:region (?:de |du |d |of )?|جهه |منطقه )/

const read = new Map<Family, ReadonlyMap<string, string>>()

function wordsOf(family: Family): ReadonlyMap<string, string> {
  const known = read.get(family)
  if (known) return known
  const words = new Map<string, string>()
  for (const { codes } of MESSAGES)
    for (const [code, label] of Object.entries(codes[family])) {
      words.set(folded(label), code)
      // "Casablanca-Settat (MA-06)" and the bare name are one region.
      words.set(folded(label.replace(/\s*\([^)]*\)/, '')), code)
    }
  if (family === 'lifecycle' || family === 'eventKind')
    // Our French labels speak of a convention; a list may speak of an accord: "signée" and "signé" are one state.
    for (const [code, label] of Object.entries(fr.codes[family]))
      words.set(folded(label.replace(/e$/, '')), code)
  for (const code of Object.keys(en.codes[family])) words.set(folded(code), code)
  read.set(family, words)
  return words
}

/** The code that a text means in a column, by the code itself or its label in any of the three languages; undefined where the column takes no codes, null when none is meant. */
export function codeOf(kind: ImportKind, column: string, text: string): string | null | undefined {
  const family = familyOf(kind, column)
  if (family === null) return undefined
  if (text.length > LONGEST_LABEL) return null
  const plain = folded(text)
  return wordsOf(family).get(plain) ?? wordsOf(family).get(plain.replace(REGION_OF, '')) ?? null
}

/** The label that a text which is no code of a column most likely means; null when none is near. */
export function nearestLabel(kind: ImportKind, column: string, text: string): string | null {
  const family = familyOf(kind, column)
  if (family === null) return null
  const labels = new Map<string, string>()
  for (const { codes } of MESSAGES)
    for (const label of Object.values(codes[family])) labels.set(folded(label), label)
  const near = nearest(folded(text), [...labels.keys()])
  return near === null ? null : (labels.get(near) ?? null)
}

/** Whether a text names a region: by code or label. */
export function isRegion(text: string): boolean {
  return (
    (REGIONS as readonly string[]).includes(text) ||
    wordsOf('region').has(folded(text).replace(REGION_OF, ''))
  )
}

/** What each of our columns is called in forms, in three languages. */
export function columnLabels(column: string): string[] {
  return MESSAGES.flatMap(({ entry: { fields } }) => {
    const found = Object.entries(fields).find(([name]) => name === column)
    return found ? [found[1]] : []
  })
}
