import { z } from 'zod'
import { isIsoDate } from '@/lib/domain/iso-date'
import { CALENDAR_LISTS } from '@/lib/domain/report-due'
import { SLUG } from '@/lib/domain/slug'
import {
  AGREEMENT_TYPES,
  EVIDENCES,
  FRESHNESSES,
  LANES,
  LIFECYCLES,
  MEASURES,
  PACE_STATUSES,
  REGIONS,
  SECTORS,
} from '@/lib/domain/types'
import { coded } from './problems'

/** Parts of the funnel that an agreement can fill (method, section 9). */
export const SEGMENTS = [
  'original',
  'increases',
  'amendedAway',
  'terminated',
  'notMeasurable',
  'notReporting',
  'delivered',
  'deliveredVerified',
  'outstanding',
  'overDelivered',
] as const
export type Segment = (typeof SEGMENTS)[number]

/** Orders of a list by name; `-` before one turns it round. Rows without a value come last either way. */
export const SORTS = [
  'reference',
  'title',
  'company',
  'signed',
  'due',
  'jobs',
  'original',
  'created',
  'progress',
  'pace',
  'expected',
  'dataDate',
  'amount',
  'updated',
] as const
export type SortName = (typeof SORTS)[number]

/** The parts of the directory of organisations; a group stands for companies that no source names. */
export const DIRECTORY_KINDS = ['company', 'group', 'government'] as const
export type DirectoryKind = (typeof DIRECTORY_KINDS)[number]

/** What the list of companies to be asked can be grouped by. */
export const CHASE_GROUPS = ['owner', 'region'] as const

/** What stands in an address for the agreements that nobody looks after. */
export const NO_OWNER = 'none'

// The id of an account, or NO_OWNER.
const OWNER_ID = /^[A-Za-z0-9-]{1,64}$/

export const DEFAULT_COHORT = 2027
export const DEFAULT_LIMIT = 50
export const MOST_ROWS = 200
const LONGEST_TEXT = 200
const LONGEST_CURSOR = 1000
const FIRST_YEAR = '1900'
// A series has a point for every month until asOf, and a promise beyond it is none that anybody could follow.
const LAST_YEAR = '2199'
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u

const day = z
  .string()
  .refine(isIsoDate, coded('no_such_day'))
  .refine((text) => text >= FIRST_YEAR, coded('before_1900'))
  .refine((text) => text.slice(0, 4) <= LAST_YEAR, coded('after_2199'))
  .meta({ format: 'date' })

function isInstant(text: string): boolean {
  return z.iso.datetime({ offset: true }).safeParse(text).success && !Number.isNaN(Date.parse(text))
}

const knownAt = z
  .string()
  .refine((text) => isIsoDate(text) || isInstant(text), coded('no_such_moment'))
  .refine((text) => text >= FIRST_YEAR, coded('before_1900'))
  .refine((text) => text.slice(0, 4) <= LAST_YEAR, coded('after_2199'))

const words = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TEXT)
  .refine((text) => !UNSTORABLE.test(text), coded('not_text'))

const slug = z.string().max(LONGEST_TEXT).regex(SLUG)

const year = z
  .string()
  .refine((text) => /^\d{4}$/.test(text) && text >= FIRST_YEAR, coded('not_a_year'))
  .transform(Number)

const limit = z
  .string()
  .regex(/^\d{1,9}$/, { error: 'whole' })
  .transform(Number)
  .refine((rows) => rows >= 1 && rows <= MOST_ROWS, coded('not_a_limit', { maximum: MOST_ROWS }))

const sort = z.enum(SORTS.flatMap((name) => [name, `-${name}` as const]))

/** Keys that may stand once. */
export const scalars = {
  q: words,
  signedFrom: day,
  signedTo: day,
  measure: z.enum(MEASURES),
  lane: z.enum(LANES),
  asOf: day,
  knownAt,
  since: day,
  sinceKnownAt: knownAt,
  cohort: year,
  year,
  kind: z.enum(DIRECTORY_KINDS),
  list: z.enum(CALENDAR_LISTS),
  owner: z.string().regex(OWNER_ID),
  group: z.enum(CHASE_GROUPS),
  letter: z.enum(['en', 'fr', 'ar']),
  sort,
  cursor: z.string().max(LONGEST_CURSOR),
  limit,
  excel: z.enum(['fr', 'en']),
  shape: z.enum(['import']),
  lang: z.enum(['en', 'fr', 'ar']),
} as const

/** Keys that may be repeated: a row passes when it has any of the values. */
export const lists = {
  company: slug,
  party: slug,
  sector: z.enum(SECTORS),
  region: z.enum(REGIONS),
  type: z.enum(AGREEMENT_TYPES),
  status: z.enum(PACE_STATUSES),
  freshness: z.enum(FRESHNESSES),
  evidence: z.enum(EVIDENCES),
  lifecycle: z.enum(LIFECYCLES),
  dueYear: year,
  segment: z.enum(SEGMENTS),
} as const

export type ScalarKey = keyof typeof scalars
export type ListKey = keyof typeof lists
export type Key = ScalarKey | ListKey
export type Scalar<K extends ScalarKey> = z.output<(typeof scalars)[K]>
export type Item<K extends ListKey> = z.output<(typeof lists)[K]>

const FILTER_KEYS = [
  'q',
  'company',
  'party',
  'sector',
  'region',
  'type',
  'status',
  'freshness',
  'evidence',
  'lifecycle',
  'dueYear',
  'signedFrom',
  'signedTo',
  'measure',
  'lane',
  'segment',
  'asOf',
  'knownAt',
] as const satisfies readonly Key[]

const DUE_KEYS = FILTER_KEYS.filter((key) => key !== 'dueYear')

const SILENT_KEYS = [
  ...(['q', 'company', 'party', 'sector', 'region', 'type'] as const),
  ...(['asOf', 'knownAt'] as const),
] satisfies readonly Key[]

const CLOCKS = ['asOf', 'knownAt'] as const satisfies readonly Key[]

/** Which keys an address takes, by the kind of thing that stands behind it (contract, section 4). */
export const SURFACES = {
  page: [...FILTER_KEYS, 'cohort', 'sort', 'cursor', 'limit', 'lang'],
  list: [...FILTER_KEYS, 'sort', 'cursor', 'limit', 'lang'],
  summary: [...FILTER_KEYS, 'cohort', 'lang'],
  file: [...FILTER_KEYS, 'excel', 'shape', 'lang'],
  book: [...FILTER_KEYS, 'lang'],
  archive: [...FILTER_KEYS, 'lang'],
  exports: [...FILTER_KEYS, 'lang'],
  report: [...FILTER_KEYS, 'lang'],
  reportFile: [...FILTER_KEYS, 'excel', 'lang'],
  dueReport: [...DUE_KEYS, 'year', 'lang'],
  dueReportFile: [...DUE_KEYS, 'year', 'excel', 'lang'],
  silentReport: [...SILENT_KEYS, 'lang'],
  silentReportFile: [...SILENT_KEYS, 'excel', 'lang'],
  changes: [...FILTER_KEYS, 'since', 'sinceKnownAt', 'lang'],
  changesFile: [...FILTER_KEYS, 'since', 'sinceKnownAt', 'excel', 'lang'],
  record: [...CLOCKS, 'measure', 'lane', 'lang'],
  agreement: [...CLOCKS, 'lang'],
  companies: [...CLOCKS, 'q', 'kind', 'measure', 'lane', 'cursor', 'limit', 'lang'],
  people: [...CLOCKS, 'q', 'cursor', 'limit', 'lang'],
  targets: [...CLOCKS, 'q', 'sector', 'region', 'lang'],
  targetsFile: [...CLOCKS, 'q', 'sector', 'region', 'excel', 'shape', 'lang'],
  targetsBook: [...CLOCKS, 'q', 'sector', 'region', 'lang'],
  calendar: [...CLOCKS, 'company', 'sector', 'region', 'list', 'cursor', 'limit', 'lang'],
  chase: [
    ...CLOCKS,
    'company',
    'sector',
    'region',
    'owner',
    'group',
    'letter',
    'cursor',
    'limit',
    'lang',
  ],
  // A list as a file takes what its page takes, all of its pages at once.
  agreementsView: [...FILTER_KEYS, 'sort', 'excel', 'lang'],
  companiesView: [...CLOCKS, 'q', 'kind', 'measure', 'lane', 'excel', 'lang'],
  signatoriesView: [...CLOCKS, 'q', 'excel', 'lang'],
  targetsView: [...CLOCKS, 'q', 'sector', 'region', 'excel', 'lang'],
  dashboardView: [...FILTER_KEYS, 'cohort', 'excel', 'lang'],
  calendarView: [...CLOCKS, 'company', 'sector', 'region', 'list', 'excel', 'lang'],
  plain: ['lang'],
} as const satisfies Record<string, readonly Key[]>
export type Surface = keyof typeof SURFACES

/** Whether a word is a key that repeats. */
export function isListKey(key: Key): key is ListKey {
  return key in lists
}
