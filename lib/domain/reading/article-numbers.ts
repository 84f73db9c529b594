import type { Measure } from '@/lib/domain/types'
import {
  CONVERTING,
  HIRE_WORDS,
  NEW_WORDS,
  PART_WORDS,
  type PeopleClue,
  STAFF_WORDS,
} from './article-words'
import { type Clues, lastClue, nextClue } from './clues'
import type { Mention } from './mention'
import type { Parts } from './mentions'
import { isOneOf, phraseBefore, wordSet } from './phrases'
import { type Proposal, placed } from './proposal'
import { mentionCount, mentionQuantity } from './quantity'
import { type Doubt, doubt } from './reading'

const MOST_BACK = 16
const MOST_AHEAD = 7
const ADJACENT = 4
const ADJACENT_MONEY = 2
const MOST_JOINING = 4
const JOINING = wordSet('et and و , ، ( dont including ainsi que plus as well أو ou or')

interface Context {
  parts: Parts
  clues: Clues
}

/** A mention with the tokens around it in which its clues may stand, and the scene before it. */
interface Scene {
  mention: Mention
  from: number
  to: number
  previous: Scene | null
  /** What was decided, for a mention that only continues this one. */
  people: PeopleClue | null
  invest: boolean | null
}

function scenesOf({ numbers, tokens }: Parts): Scene[] {
  let previous: Scene | null = null
  return numbers.map((mention, index) => {
    const scene: Scene = {
      mention,
      from: Math.max(numbers[index - 1]?.end ?? 0, mention.start - MOST_BACK),
      to: Math.min(numbers[index + 1]?.start ?? tokens.length, mention.end + MOST_AHEAD),
      previous,
      people: null,
      invest: null,
    }
    previous = scene
    return scene
  })
}

// "3,000 direct jobs and 1,200 indirect jobs": the second continues the first.
function continued({ parts }: Context, { mention, previous }: Scene): Scene | null {
  if (!previous || mention.start - previous.mention.end > MOST_JOINING) return null
  const between = parts.tokens.slice(previous.mention.end, mention.start)
  return between.every((token) => isOneOf(JOINING, token)) ? previous : null
}

interface Subject {
  invest: boolean
  doubts: Doubt[]
}

// What an amount is: the nearest firm word before it decides, then one close after it.
function subject(context: Context, scene: Scene, converted: boolean): Subject {
  const { tokens } = context.parts
  const { mention, from, to, previous } = scene
  if (converted && previous?.invest != null) return { invest: previous.invest, doubts: [] }
  const { money } = context.clues
  let weak = false
  for (let before = mention.start; ; ) {
    const clue = lastClue(money, tokens, from, before)
    if (!clue) break
    if (clue.value !== 'weak') return { invest: clue.value === 'invest', doubts: [] }
    weak = true
    before = clue.start
  }
  const ahead = nextClue(money, tokens, mention.end, to)
  if (ahead?.value === 'other') return { invest: false, doubts: [] }
  const near = ahead?.value === 'invest' && ahead.start < mention.end + ADJACENT_MONEY
  return { invest: true, doubts: near && !weak ? [] : [doubt('subject_unclear')] }
}

function isYearly({ parts, clues }: Context, { mention, to }: Scene): boolean {
  const ahead = nextClue(clues.money, parts.tokens, mention.end, Math.min(to, mention.end + 2))
  return ahead?.value === 'other'
}

function amount(context: Context, scene: Scene): Proposal[] {
  const { parts } = context
  const { mention } = scene
  const converted = phraseBefore(CONVERTING, parts.tokens, mention.start) !== null
  const { invest, doubts } = subject(context, scene, converted)
  scene.invest = invest && !isYearly(context, scene)
  if (!scene.invest) return []
  const more = converted ? [...doubts, doubt('converted_amount')] : doubts
  const reading = mentionQuantity(mention, parts, { unit: 'money' })
  return [{ field: 'amount', reading, ...placed(reading, more) }]
}

function isNew({ tokens }: Parts, { mention }: Scene): boolean {
  return tokens.slice(mention.number, mention.end + 1).some((token) => isOneOf(NEW_WORDS, token))
}

// "porter ses effectifs de 800 à 2 300": a level wherever it is said before the range.
function isGrowth({ parts, clues }: Context, { mention, from }: Scene): boolean {
  if (mention.comparator !== 'range') return false
  return clues.before
    .slice(from, mention.number)
    .some(
      (clue) =>
        clue?.value === 'level' &&
        parts.tokens[clue.start]?.sentence === parts.tokens[mention.start]?.sentence,
    )
}

// What is said after the number beats what stands before it: "3.500 collaborateurs déjà en poste".
function peopleClue(context: Context, scene: Scene): PeopleClue | null {
  const { parts, clues } = context
  const { mention, from, to } = scene
  if (isGrowth(context, scene)) return 'level'
  const before = lastClue(clues.before, parts.tokens, from, mention.number)
  const after = nextClue(clues.after, parts.tokens, mention.end, to)
  if (after && after.start < mention.end + ADJACENT && after.value !== 'create') return after.value
  if (isNew(parts, scene) && before?.value !== 'created')
    return before?.value === 'hire' ? 'hire' : 'create'
  return before?.value ?? after?.value ?? continued(context, scene)?.people ?? null
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
  if (has(HIRE_WORDS, context.parts, scene)) return job(context, scene, 'gross_hires', HIRES)
  switch (scene.people) {
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
  switch (scene.people) {
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
  scene.people = peopleClue(context, scene)
  if (mention.noun.kind === 'jobs') return jobs(context, scene)
  return mention.noun.kind === 'people' ? people(context, scene) : []
}

/** What the numbers of a text propose: jobs, headcounts and amounts invested. */
export function numberProposals(parts: Parts, clues: Clues): Proposal[] {
  const context = { parts, clues }
  return scenesOf(parts).flatMap((scene) => fromNumber(context, scene))
}
