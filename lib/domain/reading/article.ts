import type { JobScope, Measure } from '@/lib/domain/types'
import {
  CONVERTING,
  FACTORS,
  HIRE_WORDS,
  NEW_WORDS,
  PART_WORDS,
  type PeopleClue,
  STAFF_WORDS,
} from './article-words'
import { type Clues, cluesOf, lastClue, nextClue } from './clues'
import type { DateMark } from './date-marks'
import { markDay, markDeadline } from './deadline'
import { lengthsOf } from './duration'
import type { Mention } from './mention'
import { type Parts, partsOf } from './mentions'
import { fragment } from './number'
import { isOneOf, phraseAt, phraseBefore } from './phrases'
import { mentionCount, mentionQuantity } from './quantity'
import {
  type CountReading,
  type DayReading,
  type DeadlineReading,
  type Doubt,
  distinct,
  doubt,
  type QuantityReading,
  type Unread,
} from './reading'

interface Place {
  /** Offsets of the fragment in the article: what stands as stated. */
  start: number
  end: number
  doubts: Doubt[]
}

/** What an article seems to say for one field of an agreement. A reading that is not ok still has its fragment: "thousands of jobs", "within five years". */
export type Proposal = Place &
  (
    | { field: 'jobs'; measure: Measure; scope: JobScope; reading: QuantityReading | Unread }
    | { field: 'amount'; reading: QuantityReading | Unread }
    | { field: 'headcount'; reading: CountReading | Unread }
    | { field: 'headcount_factor'; factor: number }
    | { field: 'deadline'; reading: DeadlineReading | Unread }
    | { field: 'signed_on'; reading: DayReading | Unread }
  )

const MOST_BACK = 16
const MOST_AHEAD = 7
const ADJACENT = 4
const FACTOR_REACH = 6

interface Context {
  parts: Parts
  clues: Clues
}

/** A mention with the tokens around it in which its clues may stand. */
interface Scene {
  mention: Mention
  from: number
  to: number
}

function scenes({ numbers, tokens }: Parts): Scene[] {
  return numbers.map((mention, index) => ({
    mention,
    from: Math.max(numbers[index - 1]?.end ?? 0, mention.start - MOST_BACK),
    to: Math.min(numbers[index + 1]?.start ?? tokens.length, mention.end + MOST_AHEAD),
  }))
}

function unreadDoubts(reading: { ok: boolean; doubts?: Doubt[] }, more: readonly Doubt[]): Doubt[] {
  return distinct([...(reading.doubts ?? []), ...more])
}

function placed(
  reading: { ok: boolean; start: number; end: number; doubts?: Doubt[] },
  more: readonly Doubt[],
): Place {
  return { start: reading.start, end: reading.end, doubts: unreadDoubts(reading, more) }
}

interface Subject {
  invest: boolean
  doubts: Doubt[]
}

// What an amount is: the nearest firm word before it decides, then one close after it.
function subject({ parts, clues }: Context, { mention, from, to }: Scene): Subject {
  const { tokens } = parts
  let weak = false
  for (let before = mention.start; ; ) {
    const clue = lastClue(clues.money, tokens, from, before)
    if (!clue) break
    if (clue.value !== 'weak') return { invest: clue.value === 'invest', doubts: [] }
    weak = true
    before = clue.start
  }
  const ahead = nextClue(clues.money, tokens, mention.end, to)
  if (ahead?.value === 'other') return { invest: false, doubts: [] }
  const near = ahead?.value === 'invest' && ahead.start < mention.end + ADJACENT
  return { invest: true, doubts: near && !weak ? [] : [doubt('subject_unclear')] }
}

function isYearly({ parts, clues }: Context, { mention, to }: Scene): boolean {
  const ahead = nextClue(clues.money, parts.tokens, mention.end, Math.min(to, mention.end + 2))
  return ahead?.value === 'other'
}

function amount(context: Context, scene: Scene): Proposal[] {
  const { parts } = context
  const { mention } = scene
  const { invest, doubts } = subject(context, scene)
  if (!invest || isYearly(context, scene)) return []
  const converted = phraseBefore(CONVERTING, parts.tokens, mention.start)
  const more = converted ? [...doubts, doubt('converted_amount')] : doubts
  const reading = mentionQuantity(mention, parts, { unit: 'money' })
  return [{ field: 'amount', reading, ...placed(reading, more) }]
}

function isNew({ tokens }: Parts, { mention }: Scene): boolean {
  return tokens.slice(mention.number, mention.end + 1).some((token) => isOneOf(NEW_WORDS, token))
}

// What is said after the number beats what stands before it: "3.500 collaborateurs déjà en poste".
function peopleClue(context: Context, scene: Scene): PeopleClue | null {
  const { parts, clues } = context
  const { mention, from, to } = scene
  const before = lastClue(clues.before, parts.tokens, from, mention.number)
  const after = nextClue(clues.after, parts.tokens, mention.end, to)
  if (after && after.start < mention.end + ADJACENT && after.value !== 'create') return after.value
  if (isNew(parts, scene) && before?.value !== 'created')
    return before?.value === 'hire' ? 'hire' : 'create'
  return before?.value ?? after?.value ?? null
}

function has(words: ReadonlySet<string>, { tokens }: Parts, { mention }: Scene): boolean {
  return tokens
    .slice(mention.noun.start, Math.max(mention.noun.end, mention.noun.start + 1))
    .some((token) => isOneOf(words, token))
}

function partDoubts({ parts }: Context, { mention }: Scene): Doubt[] {
  const found =
    phraseBefore(PART_WORDS, parts.tokens, mention.start) ??
    phraseBefore(PART_WORDS, parts.tokens, mention.start - 1)
  return found ? [doubt('part_of_another')] : []
}

function job(
  context: Context,
  scene: Scene,
  measure: Measure,
  doubts: readonly Doubt[],
): Proposal[] {
  const reading = mentionQuantity(scene.mention, context.parts, { unit: 'persons' })
  const { scope } = scene.mention.noun
  const more = [...doubts, ...partDoubts(context, scene)]
  return [{ field: 'jobs', measure, scope, reading, ...placed(reading, more) }]
}

function headcount(context: Context, scene: Scene, doubts: readonly Doubt[]): Proposal[] {
  const reading = mentionCount(scene.mention, context.parts, { unit: 'persons' })
  const more = [...doubts, ...partDoubts(context, scene)]
  return [{ field: 'headcount', reading, ...placed(reading, more) }]
}

// "de 800 à 2 300 collaborateurs": from a headcount to a level.
function growth(context: Context, scene: Scene): Proposal[] {
  const { mention } = scene
  const single = { comparator: 'eq' as const, high: null, other: null }
  const now = { ...scene, mention: { ...mention, ...single } }
  const then = { ...scene, mention: { ...mention, ...single, low: mention.high } }
  return [...headcount(context, now, []), ...job(context, then, 'headcount_level', [])]
}

const HIRES = [doubt('hires_not_net')]

function jobs(context: Context, scene: Scene): Proposal[] {
  const clue = peopleClue(context, scene)
  if (has(HIRE_WORDS, context.parts, scene)) return job(context, scene, 'gross_hires', HIRES)
  switch (clue) {
    case 'existing':
      return headcount(context, scene, [])
    case 'created':
      return job(context, scene, 'net_new_jobs', [doubt('already_created')])
    case 'level':
      return scene.mention.comparator === 'range'
        ? growth(context, scene)
        : job(context, scene, 'headcount_level', [])
    case 'create':
    case 'hire':
      return job(context, scene, 'net_new_jobs', [])
    default:
      return job(context, scene, 'net_new_jobs', [doubt('creation_not_stated')])
  }
}

function people(context: Context, scene: Scene): Proposal[] {
  switch (peopleClue(context, scene)) {
    case 'train':
      return []
    case 'existing':
      return headcount(context, scene, [])
    case 'level':
      return scene.mention.comparator === 'range'
        ? growth(context, scene)
        : job(context, scene, 'headcount_level', [])
    case 'hire':
    case 'create':
      return job(context, scene, 'gross_hires', HIRES)
    case 'created':
      return job(context, scene, 'gross_hires', [...HIRES, doubt('already_created')])
    default:
      return has(STAFF_WORDS, context.parts, scene)
        ? headcount(context, scene, [doubt('existing_not_stated')])
        : []
  }
}

function fromNumber(context: Context, scene: Scene): Proposal[] {
  const { mention } = scene
  if (mention.percent || mention.problem === 'number_unclear') return []
  if (mention.currency) return amount(context, scene)
  if (mention.noun.kind === 'jobs') return jobs(context, scene)
  return mention.noun.kind === 'people' ? people(context, scene) : []
}

function factors({ tokens }: Parts): Proposal[] {
  return tokens.flatMap((_, at): Proposal[] => {
    const found = phraseAt(FACTORS, tokens, at)
    if (!found) return []
    const ahead = tokens.slice(found.end, found.end + FACTOR_REACH)
    const reach = ahead.findIndex((token) => isOneOf(STAFF_WORDS, token))
    const end = tokens[found.end + reach]
    if (reach < 0 || end?.sentence !== tokens[at]?.sentence) return []
    return [
      {
        field: 'headcount_factor',
        factor: found.value,
        start: tokens[at]?.start ?? 0,
        end: end?.end ?? 0,
        doubts: [],
      },
    ]
  })
}

const FIRM = new Set(['by', 'horizon', 'before', 'until', 'latest'])

function sentencesOf({ tokens }: Parts, proposals: readonly Proposal[]): Set<number> {
  const places = new Set(proposals.map(({ start }) => start))
  return new Set(tokens.flatMap((token) => (places.has(token.start) ? [token.sentence] : [])))
}

function isDay({ found }: DateMark): boolean {
  return found.period !== null && found.period.length === 10
}

function deadlines({ tokens, dates }: Parts, promising: ReadonlySet<number>): Proposal[] {
  return dates.flatMap((mark): Proposal[] => {
    if (mark.found.period === null || mark.word === 'after') return []
    const beside = promising.has(tokens[mark.start]?.sentence ?? -1)
    const firm = mark.word !== null && FIRM.has(mark.word)
    const span = mark.found.doubts.some(({ code }) => code === 'period_range')
    const loose = mark.found.part !== null || span || (mark.word === 'in' && !isDay(mark))
    if (!firm && !(loose && beside)) return []
    const reading = markDeadline(mark, tokens)
    const unclear = !firm || !beside ? [doubt('deadline_unclear')] : []
    return [{ field: 'deadline', reading, ...placed(reading, unclear) }]
  })
}

function durations({ text, tokens }: Parts, promising: ReadonlySet<number>): Proposal[] {
  return lengthsOf(text, tokens).flatMap((length): Proposal[] => {
    if (!length.due || !promising.has(tokens[length.start]?.sentence ?? -1)) return []
    const place = { start: tokens[length.start]?.start ?? 0, end: tokens[length.end - 1]?.end ?? 0 }
    const stated = fragment(text, tokens, length.start, length.end)
    const reading: Unread = { ok: false, code: 'relative_date', values: { text: stated }, ...place }
    return [{ field: 'deadline', reading, ...place, doubts: [] }]
  })
}

// The day beside a word of signing; without one the first day named, doubted.
function signature({ parts, clues }: Context): Proposal[] {
  const { tokens, dates } = parts
  const dated = dates.filter(
    (mark) => !(mark.word && FIRM.has(mark.word)) && (isDay(mark) || mark.found.problem !== null),
  )
  const signed = dated.filter((mark) => clues.signing.has(tokens[mark.start]?.sentence ?? -1))
  const first = dated.find(isDay)
  const chosen = signed.length > 0 ? signed : first ? [first] : []
  return chosen.map((mark) => {
    const reading = markDay(mark, tokens)
    const unsure = signed.length > 0 ? [] : [doubt('signature_not_stated')]
    return { field: 'signed_on', reading, ...placed(reading, unsure) }
  })
}

/** What an article in English, French or Arabic seems to say for the fields of an agreement, in the order of the text: jobs (promised, with measure and scope), amount invested, headcount before, growth by a factor, deadline, day of signature. Each has its fragment and its doubts; a person accepts or leaves it. Turnover, loans, shares, areas, power, ages, trainees and phone numbers are left alone. Linear in the text; never fails. */
export function readArticle(text: string): Proposal[] {
  const parts = partsOf(text)
  const context = { parts, clues: cluesOf(parts.tokens) }
  const numbers = scenes(parts).flatMap((scene) => fromNumber(context, scene))
  const grown = factors(parts)
  const promising = sentencesOf(parts, [...numbers, ...grown])
  const dates = [
    ...deadlines(parts, promising),
    ...durations(parts, promising),
    ...signature(context),
  ]
  return [...numbers, ...grown, ...dates].sort((a, b) => a.start - b.start || a.end - b.end)
}
