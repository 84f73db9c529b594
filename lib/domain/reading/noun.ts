import type { JobScope } from '@/lib/domain/types'
import { NOUN_STOPS, NOUNS, NOUNS_BEFORE, type NounKind, SCOPE_WORDS } from './noun-words'
import { NUMBER_WORDS } from './number-words'
import { isOneOf, phraseAt, phraseBefore, wordSet } from './phrases'
import type { Token } from './tokens'

/** What a number counts, and which tokens say it; `unknown` is a word that we have no meaning for. */
export interface NounFound {
  kind: NounKind | 'unknown' | 'none'
  scope: JobScope
  start: number
  end: number
  /** The unknown word. */
  word: string
}

const MOST_WORDS = 6
const OF = wordSet('de d of من')
const CONNECTING = wordSet('et and ou or و , ،')
const FILLERS_BEFORE = wordSet(': ( = de d des a au to of is est at the les إلى ب هو هي total')
const MOST_BEFORE = 4

type Scope = 'direct' | 'indirect' | 'induced'

function combined(scopes: ReadonlySet<Scope>): JobScope {
  const [only] = scopes
  if (scopes.size > 1) return 'mixed'
  return only ?? 'unspecified'
}

// "directs et indirects": a connecting word only before one more scope.
function connects(tokens: readonly Token[], at: number): boolean {
  return isOneOf(CONNECTING, tokens[at]) && nextScope(tokens, at + 1) !== null
}

function nextScope(tokens: readonly Token[], at: number) {
  for (let skip = at; skip <= at + 1; skip += 1) {
    const found = phraseAt(SCOPE_WORDS, tokens, skip)
    if (found) return found
    if (!isOneOf(CONNECTING, tokens[skip])) return null
  }
  return null
}

class NounSearch {
  private readonly scopes = new Set<Scope>()
  private at: number
  private word = ''

  constructor(
    private readonly tokens: readonly Token[],
    private readonly from: number,
  ) {
    this.at = from
  }

  private found(kind: NounFound['kind'], end: number): NounFound {
    const { scopes, from, word } = this
    return { kind, scope: combined(scopes), start: from, end, word }
  }

  private scope(): boolean {
    const found = phraseAt(SCOPE_WORDS, this.tokens, this.at)
    if (!found) return false
    this.scopes.add(found.value)
    this.at = found.end
    return true
  }

  // After the noun: "emplois stables directs et indirects".
  private trailing(): number {
    let end = this.at
    for (let words = 0; words < MOST_WORDS; words += 1) {
      const token = this.tokens[this.at]
      if (this.scope()) end = this.at
      else if (!token || token.kind === 'digits' || token.kind === 'figures') break
      else if (connects(this.tokens, this.at)) this.at += 1
      else if (token.kind === 'sign' || isOneOf(NOUN_STOPS, token)) {
        const adjective = token.kind !== 'sign' && isOneOf(CONNECTING, token)
        if (!adjective) break
        this.at += 1
      } else this.at += 1
    }
    return end
  }

  search(): NounFound {
    if (isOneOf(OF, this.tokens[this.at])) this.at += 1
    for (let words = 0; words < MOST_WORDS; words += 1) {
      const token = this.tokens[this.at]
      if (!token || token.sentence !== this.tokens[this.from]?.sentence) break
      const noun = phraseAt(NOUNS, this.tokens, this.at)
      if (noun) {
        this.at = noun.end
        const end = noun.value === 'jobs' ? this.trailing() : noun.end
        return this.found(noun.value, end)
      }
      if (this.scope()) continue
      if (connects(this.tokens, this.at)) this.at += 1
      else if (
        token.kind === 'word' &&
        !isOneOf(NOUN_STOPS, token) &&
        !NUMBER_WORDS.has(token.text)
      ) {
        this.word ||= token.text
        this.at += 1
      } else if (token.text === '-' && token.glued) this.at += 1
      else break
    }
    // "500 directs et 2.000 indirects": the noun stands elsewhere.
    if (this.scopes.size > 0) return this.found('jobs', this.at)
    return this.word ? this.found('unknown', this.from + 1) : this.found('none', this.from)
  }
}

/** The noun after a number: what it counts, with the scope of the jobs. */
export function nounAfter(tokens: readonly Token[], from: number): NounFound {
  return new NounSearch(tokens, from).search()
}

/** The noun that leads to a number ("emplois : 500", "workforce to 1,000"); null without one. */
export function nounBefore(tokens: readonly Token[], start: number): NounFound | null {
  for (let end = start; end > start - MOST_BEFORE; end -= 1) {
    const found = phraseBefore(NOUNS_BEFORE, tokens, end)
    if (found)
      return {
        kind: found.value,
        scope: 'unspecified',
        start: found.start,
        end: found.end,
        word: '',
      }
    if (!isOneOf(FILLERS_BEFORE, tokens[end - 1])) return null
  }
  return null
}
