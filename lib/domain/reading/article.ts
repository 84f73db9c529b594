import { numberProposals } from './article-numbers'
import { FACTORS, STAFF_WORDS } from './article-words'
import { type Clues, cluesOf } from './clues'
import type { DateMark } from './date-marks'
import { markDay, markDeadline } from './deadline'
import { lengthsOf } from './duration'
import { type Parts, partsOf } from './mentions'
import { fragment } from './number'
import { isOneOf, phraseAt } from './phrases'
import { type Proposal, placed } from './proposal'
import { doubt, type Unread } from './reading'
import type { Token } from './tokens'

const FACTOR_REACH = 6

function factorAt(tokens: readonly Token[], at: number): Proposal[] {
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
}

function factors({ tokens }: Parts): Proposal[] {
  const found: Proposal[] = []
  for (let at = 0; at < tokens.length; at += 1) found.push(...factorAt(tokens, at))
  return found
}

const FIRM = new Set(['by', 'horizon', 'before', 'until', 'latest'])

// What was created already, and who works there, promises nothing by a date.
function promises({ field, doubts }: Proposal): boolean {
  return field !== 'headcount' && !doubts.some(({ code }) => code === 'already_created')
}

function sentencesOf({ tokens }: Parts, proposals: readonly Proposal[]): Set<number> {
  const places = new Set(proposals.filter(promises).map(({ start }) => start))
  const within = tokens.filter((token) => places.has(token.start))
  return new Set(within.map((token) => token.sentence))
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
function signature({ tokens, dates }: Parts, clues: Clues): Proposal[] {
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
  const clues = cluesOf(parts.tokens)
  const numbers = numberProposals(parts, clues)
  const grown = factors(parts)
  const promising = sentencesOf(parts, [...numbers, ...grown])
  const dates = [
    ...deadlines(parts, promising),
    ...durations(parts, promising),
    ...signature(parts, clues),
  ]
  return [...numbers, ...grown, ...dates].sort((a, b) => a.start - b.start || a.end - b.end)
}
