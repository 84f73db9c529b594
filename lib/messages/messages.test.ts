import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DOUBT_CODES, UNREAD_CODES } from '@/lib/domain/reading/reading'
import * as types from '@/lib/domain/types'
import { SEGMENTS } from '@/lib/schemas/filter-keys'
import ar from './ar.json'
import en from './en.json'
import fr from './fr.json'

const ROOTS = ['app', 'components', 'lib']
/** Families whose last part is a code: `codes` is held to the tuples below, `errors` to the codes in the source. */
const DYNAMIC = [/^codes\./, /^errors\./]

interface Tree {
  [key: string]: string | Tree
}

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

/** The arguments of an ICU message with their kind: `{n}` → "n", `{n, plural, …}` → "n plural"; branches are messages themselves. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>()
  const readMessage = (from: number): number => {
    let at = from
    while (at < message.length && message[at] !== '}')
      at = message[at] === '{' ? readArgument(at + 1) : at + 1
    return at + 1
  }
  const readArgument = (from: number): number => {
    const [head = '', name, kind] =
      /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?,?/.exec(message.slice(from)) ?? []
    found.add([name, kind].filter(Boolean).join(' '))
    let at = from + head.length
    while (at < message.length && message[at] !== '}')
      at = message[at] === '{' ? readMessage(at + 1) : at + 1
    return at + 1
  }
  readMessage(0)
  return [...found].sort()
}

function source(): string {
  return ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|generated/.test(path))
      .map((path) => readFileSync(join(root, path), 'utf8')),
  ).join('\n')
}

const texts = { en: flat(en), fr: flat(fr), ar: flat(ar) }

describe('the three languages', () => {
  it.each(['fr', 'ar'] as const)('%s has the keys of English, no more and no fewer', (locale) => {
    expect([...texts[locale].keys()].sort()).toEqual([...texts.en.keys()].sort())
  })

  it.each(['fr', 'ar'] as const)('%s takes the arguments of English in every message', (locale) => {
    for (const [key, message] of texts.en)
      expect([key, argumentsOf(texts[locale].get(key) ?? '')]).toEqual([key, argumentsOf(message)])
  })

  it('counts in Arabic with all six categories', () => {
    for (const [key, message] of texts.ar)
      if (message.includes(', plural,'))
        expect([
          key,
          ['one', 'two', 'few', 'many', 'other'].filter((c) => !message.includes(`${c} {`)),
        ]).toEqual([key, []])
  })

  it('leaves no message empty', () => {
    for (const locale of ['en', 'fr', 'ar'] as const)
      expect([...texts[locale]].filter(([, message]) => message.trim() === '')).toEqual([])
  })
})

const FAMILIES: Record<string, readonly string[]> = {
  status: types.PACE_STATUSES,
  region: types.REGIONS,
  sector: types.SECTORS,
  agreementType: types.AGREEMENT_TYPES,
  binding: types.BINDINGS,
  measure: types.MEASURES,
  scope: types.JOB_SCOPES,
  comparator: types.COMPARATORS,
  missingReason: types.MISSING_REASONS,
  observationKind: types.OBSERVATION_KINDS,
  evidence: types.EVIDENCES,
  observationState: types.OBSERVATION_STATES,
  lifecycle: types.LIFECYCLES,
  eventKind: types.EVENT_KINDS,
  side: types.SIDES,
  capacity: types.CAPACITIES,
  relation: types.RELATION_KINDS,
  sourceKind: types.SOURCE_KINDS,
  role: types.ROLES,
  reason: types.NOT_MEASURABLE_REASONS,
  projectionReason: types.PROJECTION_REASONS,
  freshness: types.FRESHNESSES,
  lane: types.LANES,
  proposalState: types.PROPOSAL_STATES,
  partyRole: types.PARTY_ROLES,
  signedBasis: types.SIGNED_BASES,
  versionKind: types.VERSION_KINDS,
  factKind: types.FACT_KINDS,
  preposition: types.PREPOSITIONS,
  verdict: types.VERDICTS,
  bucket: types.BUCKETS,
  segment: SEGMENTS,
}

describe('labels of codes', () => {
  it.each(Object.entries(FAMILIES))(
    'codes.%s names every code and nothing else',
    (family, codes) => {
      const labels: Record<string, object> = en.codes
      expect(Object.keys(labels[family] ?? {}).sort()).toEqual([...codes].sort())
    },
  )

  it('covers every family that has labels', () => {
    expect(Object.keys(en.codes).sort()).toEqual(Object.keys(FAMILIES).sort())
  })
})

describe('what the reader of typed text says', () => {
  it.each(DOUBT_CODES)('has a sentence for the doubt %s', (code) => {
    expect(Object.keys(en.doubts)).toContain(code)
  })
  it.each(UNREAD_CODES)('has a sentence where nothing could be read: %s', (code) => {
    expect(Object.keys(en.errors)).toContain(code)
  })
})

describe('use in code', () => {
  const code = source()
  const namespaces = [...code.matchAll(/(?:use|get)Translations\(\s*'([\w.-]+)'/g)].map(
    ([, n]) => n ?? '',
  )
  const prefixes = ['', ...new Set(namespaces)].map((namespace) => namespace && `${namespace}.`)
  const literals = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, text]) => text ?? ''))
  // `status.${code}` stands for every key of that shape; a template without a fixed part would stand for all.
  const templates = [...code.matchAll(/`((?:[\w.-]|\$\{[^`{}]*\})+)`/g)]
    .map(([, text]) => (text ?? '').split(/\$\{[^}]*\}/))
    .filter((parts) => parts.length > 1 && parts.some((part) => /\w/.test(part)))
    .map((parts) => new RegExp(`^${parts.join('[\\w-]+').replaceAll('.', '\\.')}$`))

  function isUsed(key: string): boolean {
    return prefixes.some((prefix) => {
      if (!key.startsWith(prefix)) return false
      const rest = key.slice(prefix.length)
      return literals.has(rest) || templates.some((template) => template.test(rest))
    })
  }

  it('asks for every message somewhere', () => {
    const unused = [...texts.en.keys()].filter(
      (key) => !DYNAMIC.some((family) => family.test(key)) && !isUsed(key),
    )
    expect(unused).toEqual([])
  })

  it('raises every problem that has a sentence', () => {
    const raised = Object.keys(en.errors).filter((problem) => !literals.has(problem))
    expect(raised).toEqual([])
  })
})
