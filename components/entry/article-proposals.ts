import { readArticle } from '@/lib/domain/reading/article'
import type { Proposal } from '@/lib/domain/reading/proposal'
import type { Fields } from '@/lib/schemas/entry-rows'
import { nextRow } from './texts'

/** The article's own fields: it is no part of the entry, only what is accepted from it. */
export const ARTICLE = 'article'

/** The longest article that is read. */
export const LONGEST_ARTICLE = 100_000

/** What the pasted article proposes, in the order of its text. */
export function proposalsOf(fields: Fields): Proposal[] {
  return readArticle((fields[ARTICLE] ?? '').slice(0, LONGEST_ARTICLE))
}

/** The fields that a proposal would fill, without those that only say where it stands. */
export function filledBy(proposal: Proposal, article: string): Fields {
  const words = article.slice(proposal.start, proposal.end)
  switch (proposal.field) {
    case 'jobs':
      return proposal.reading.ok
        ? {
            jobs: proposal.reading.literal,
            jobs_missing: '',
            jobs_measure: proposal.measure,
            jobs_scope: proposal.scope,
            jobs_as_stated: words,
          }
        : { jobs_as_stated: words }
    case 'amount':
      return proposal.reading.ok
        ? {
            amount: proposal.reading.literal,
            amount_missing: '',
            currency: proposal.reading.currency ?? '',
            amount_as_stated: words,
          }
        : { amount_as_stated: words }
    case 'headcount':
      return proposal.reading.ok
        ? { baseline_headcount: proposal.reading.literal, baseline_as_stated: words }
        : { baseline_as_stated: words }
    case 'deadline':
      return proposal.reading.ok
        ? { deadline: proposal.reading.literal, deadline_as_stated: words }
        : { deadline_as_stated: words }
    case 'signed_on':
      return proposal.reading.ok
        ? { signed_on: proposal.reading.literal, signed_basis: 'stated' }
        : {}
    case 'headcount_factor':
      return {}
  }
}

/** The article as a source: the main one where there is none yet, else one more. */
function citing(fields: Fields): Fields {
  const url = (fields.article_url ?? '').trim()
  const named = (fields.source_url ?? '').trim()
  if (named === '' && !fields.source_attachment)
    return {
      source_url: url,
      source_publisher: fields.source_publisher || fields.article_publisher || '',
      source_date: fields.source_date || fields.article_date || '',
    }
  const known = Object.entries(fields).some(
    ([name, text]) => (name === 'source_url' || name.startsWith('other_sources.')) && text === url,
  )
  const row = nextRow(fields, 'other_sources')
  return url === '' || known || row === null ? {} : { [row]: url }
}

/** What accepting one proposal puts into the form: the value, the words that state it, and where they stand. */
export function accepting(fields: Fields, proposal: Proposal): Fields {
  return { ...citing(fields), ...filledBy(proposal, fields[ARTICLE] ?? '') }
}

/** Whether the form already says what a proposal would put there. */
export function isAccepted(fields: Fields, proposal: Proposal): boolean {
  const filled = Object.entries(filledBy(proposal, fields[ARTICLE] ?? ''))
  return filled.length > 0 && filled.every(([name, text]) => (fields[name] ?? '') === text)
}
