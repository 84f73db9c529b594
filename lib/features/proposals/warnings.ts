import { today } from '@/lib/clock'
import type { Db } from '@/lib/data/client'
import { type LikePromise, promisesOfCompany, promisesOfParts } from '@/lib/data/like-agreements'
import { cellsOfAgreement } from '@/lib/data/plans/agreement-cells'
import type { Around, Proposed } from '@/lib/data/plans/plan-proposal'
import { dueOf, lastOfPeriod } from '@/lib/domain/deadline'
import {
  parseCount,
  parseDated,
  parseDeadline,
  parseQuantity,
  type Unit,
} from '@/lib/domain/literal'
import { parseRelations } from '@/lib/domain/literal-lists'
import { isCurrency } from '@/lib/domain/money'
import { isCeiling } from '@/lib/domain/quantity'
import type { IsoDate } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import type { Cells } from '@/lib/schemas/proposal'

/** What the cells of an agreement say, as far as they can be read. */
interface Read {
  jobs: bigint | null
  amount: bigint | null
  currency: string
  baseline: bigint | null
  start: IsoDate | null
  due: IsoDate | null
}

function numberOf(text: string, unit: Unit | null): bigint | null {
  if (text.trim() === '' || unit === null) return null
  const read = parseQuantity(text.trim(), unit)
  return read.ok && !isCeiling(read.value) ? read.value.low : null
}

function read(cells: Cells): Read {
  const cell = (column: string) => (cells[column] ?? '').trim()
  const currency = cell('currency')
  const baseline = parseCount(cell('baseline_headcount'), 'persons', { negative: false })
  const signed = parseDated(cell('signed_on'))
  const deadline = parseDeadline(cell('deadline'))
  return {
    jobs: numberOf(cell('jobs'), 'persons'),
    amount: numberOf(cell('amount'), isCurrency(currency) ? { currency } : null),
    currency,
    baseline: baseline.ok ? baseline.value.value : null,
    start: signed.ok ? lastOfPeriod(signed.value) : null,
    due: deadline.ok ? dueOf(deadline.value) : null,
  }
}

function overlap(one: Read, other: LikePromise): boolean {
  if (!one.start || !one.due || !other.start || !other.due) return false
  return one.start <= other.due && other.start <= one.due
}

/** The same company again: with the same amount it may be the same promise, with overlapping time it may be counted twice. */
function likeWarnings(said: Read, others: readonly LikePromise[], relations: string): Problem[] {
  const found = new Map<string, Problem>()
  for (const other of others) {
    const { reference, measure, target, currency } = other
    // Whoever relates the two has seen it.
    if (relations.includes(`:${reference}`)) continue
    const equal =
      measure === 'investment'
        ? target !== null && target === said.amount && currency === said.currency
        : target !== null && target === said.jobs
    if (equal)
      found.set(`${reference}=`, {
        path: measure === 'investment' ? 'amount' : 'jobs',
        code: 'warn_same_amount',
        values: { reference },
      })
    if (overlap(said, other))
      found.set(reference, { path: 'company', code: 'warn_same_company', values: { reference } })
  }
  return [...found.values()]
}

async function partsWarnings(
  db: Db,
  said: Read,
  cells: Cells,
  asOf: IsoDate,
  except: string,
): Promise<Problem[]> {
  const relations = parseRelations(cells.relations ?? '')
  const parent = relations.ok
    ? relations.value.find(({ kind }) => kind === 'part_of')?.to
    : undefined
  if (parent === undefined || said.jobs === null) return []
  const promises = (await promisesOfParts(db, parent, asOf, except)).filter(
    ({ measure }) => measure === (cells.jobs_measure ?? '').trim(),
  )
  const total = promises.find(({ reference }) => reference === parent)?.target
  if (total === undefined || total === null) return []
  const parts = promises.filter(({ reference }) => reference !== parent)
  const sum = parts.reduce((added, { target }) => added + (target ?? 0n), said.jobs)
  if (sum === total) return []
  const values = { sum: Number(sum), total: Number(total), reference: parent }
  return [{ path: 'jobs', code: 'warn_parts_sum', values }]
}

/** Words that multiply a headcount, in the three languages. */
const MULTIPLES: readonly [RegExp, bigint][] = [
  [/\b(doubl\w+|twice)\b|(مضاعفة|ضعف)/i, 2n],
  [/\b(tripl\w+|three times)\b|(ثلاثة أضعاف|ثلاث مرات)/i, 3n],
  [/\b(quadrupl\w+|four times)\b|(أربعة أضعاف|أربع مرات)/i, 4n],
]

function multipleWarnings(said: Read, cells: Cells): Problem[] {
  if (said.jobs === null || said.baseline === null || said.baseline === 0n) return []
  const words = [cells.jobs_as_stated, cells.baseline_as_stated, cells.title, cells.summary].join(
    '\n',
  )
  const level = (cells.jobs_measure ?? '').trim() === 'headcount_level'
  const reached = level ? said.jobs : said.baseline + said.jobs
  for (const [wording, times] of MULTIPLES) {
    if (!wording.test(words)) continue
    const expected = said.baseline * times
    // Within a twentieth: such words round.
    const apart = reached > expected ? reached - expected : expected - reached
    if (apart * 20n > expected)
      return [
        {
          path: 'jobs',
          code: 'warn_multiple',
          values: { times: Number(times), expected: Number(expected), reached: Number(reached) },
        },
      ]
  }
  return []
}

/** How each currency is written in the sources. */
const CURRENCY_WORDS: readonly [RegExp, string][] = [
  [/\b(MAD|M?M?DH|Mrds? ?DH|dirhams?)\b|درهم/i, 'MAD'],
  [/€|\b(EUR|euros?)\b|يورو|أورو/i, 'EUR'],
  [/\$|\b(USD|dollars?)\b|دولار/i, 'USD'],
  [/£|\b(GBP|pounds? sterling)\b/i, 'GBP'],
  [/¥|\b(CNY|RMB|yuans?)\b|يوان/i, 'CNY'],
]

function currencyWarnings(said: Read, cells: Cells): Problem[] {
  const words = cells.amount_as_stated ?? ''
  const named = CURRENCY_WORDS.filter(([wording]) => wording.test(words)).map(([, code]) => code)
  if (said.currency === '' || named.length === 0 || named.includes(said.currency)) return []
  const values = { currency: said.currency, stated: named[0] ?? '' }
  return [{ path: 'currency', code: 'warn_currency', values }]
}

/** What is worth a second look before it is submitted, located by field; none of it is ever in the way. */
export async function warningsOf(
  db: Db,
  { kind, subject, payload }: Proposed,
  { agreement }: Around,
): Promise<Problem[]> {
  if (kind !== 'agreement' && kind !== 'edit') return []
  const cells = { ...(agreement && cellsOfAgreement(agreement)), ...payload.cells }
  const said = read(cells)
  const [asOf, company, own] = [today(), (cells.company ?? '').trim(), subject ?? '']
  const others = company === '' ? [] : await promisesOfCompany(db, company, asOf, own)
  return [
    ...likeWarnings(said, others, cells.relations ?? ''),
    ...(await partsWarnings(db, said, cells, asOf, own)),
    ...multipleWarnings(said, cells),
    ...currencyWarnings(said, cells),
  ]
}
