import { addDays, earlier } from '@/lib/domain/iso-date'
import type { IsoDate } from '@/lib/domain/types'
import { countPhrase, spentPhrase } from './phrases'
import type { Plan } from './plan'
import { countedDays, counts, spentPart } from './progress'
import { type Promised, quantityText, type Stated, statedOf } from './promise'
import { type Random, randomOf } from './random'
import { remark } from './remarks'
import { type Known, rowOf } from './row'
import { committeePage, companyPage, type Page } from './sources'

const MILLION = 1_000_000

const exactly = (low: number): Stated => statedOf(String(low))

function evidenceOf({ options }: Plan, day: IsoDate, last: boolean): string {
  const yearEnd = day.endsWith('12-31')
  if (options.has('aud')) return yearEnd ? 'audited' : last ? 'verified' : 'documented'
  if (options.has('ver')) return yearEnd || last ? 'verified' : 'self_reported'
  return options.has('doc') && (yearEnd || last) ? 'documented' : 'self_reported'
}

function kindOf(plan: Plan, p: Promised): string {
  if (plan.options.has('hires')) return 'hires_cumulative'
  return p.baseline !== null || plan.options.has('nob') ? 'headcount' : 'created_cumulative'
}

// A company that does not count to the last person says so, and rounds.
function worded(value: number, p: Promised, random: Random): Stated {
  if (value < 300 || Math.abs(value - p.goal - (p.baseline ?? 0)) < 40 || !random.chance(0.12)) {
    return { ...exactly(0), low: value }
  }
  return { ...exactly(Math.floor(value / 10) * 10), sign: random.pick(['>', '~']) }
}

// Stories whose remark is true on the way already, not only at the end.
const UNDER_WAY = ['ahead', 'risk', 'behind', 'reversed']

interface Cited {
  plan: Plan
  reference: string
  day: IsoDate
  lag: number
  evidence: string
}

function pageOf({ plan, reference, day, lag, evidence }: Cited, subject: string): Page {
  const half = `${day.slice(0, 4)}-${day.slice(5, 7)}`
  const published = addDays(day, lag)
  if (evidence === 'verified') return committeePage(`${reference}/${half}-${subject}`, published)
  return companyPage(plan.key, plan.company, `${subject}/${half}`, published)
}

function jobReports(plan: Plan, p: Promised, today: IsoDate, lag: number): Known[] {
  const random = randomOf(`${plan.key} counts`)
  const { language } = plan
  const ends = countedDays(plan, p, today, lag)
  const kind = kindOf(plan, p)
  const known: Known[] = []
  for (const [i, { day, created }] of counts(plan, p, ends, random).entries()) {
    const last = i === ends.length - 1
    const evidence = evidenceOf(plan, day, last)
    const base = kind === 'headcount' ? (p.baseline ?? 350) : 0
    const value = worded(created + base, p, random)
    const told = last || (UNDER_WAY.includes(plan.story) && random.chance(0.15))
    const write = (stated: Stated, on: IsoDate, notes: string) => {
      const row = rowOf('reports', {
        ...{ reference: p.reference, data_date: day, kind, evidence, notes },
        value: stated.low < 0 ? String(stated.low) : quantityText(stated),
        as_stated: countPhrase(kind, stated, language),
        perimeter: random.chance(0.6) ? remark('site', language, random) : '',
        ...pageOf({ plan, reference: p.reference, day, lag, evidence }, 'jobs'),
      })
      known.push({ kind: 'reports', on, row })
    }
    const on = addDays(day, lag + 4)
    const fixed = plan.options.has('fix') && i === ends.length - 3
    if (fixed) {
      write(exactly(Math.round(value.low * 1.07)), on, remark('first', language, random))
      write(value, addDays(on, 100), remark('fixed', language, random))
    } else write(value, on, told ? remark(plan.story, language, random) : '')
  }
  return known
}

function spending(plan: Plan, p: Promised, today: IsoDate, lag: number): Known[] {
  const amount = statedOf(plan.options.get('money')?.split('@')[0] ?? plan.amount)
  if (!plan.options.has('inv') || amount.reason) return []
  const { currency } = statedOf(plan.amount)
  const ends = countedDays({ ...plan, options: new Map() }, p, today, lag)
  return ends.map((day, i): Known => {
    const millions = Math.round(amount.low * spentPart(p, day, plan.story) * 10) / 10
    const evidence = evidenceOf(plan, day, i === ends.length - 1)
    const row = rowOf('reports', {
      ...{ reference: p.reference, data_date: day, kind: 'invested_cumulative', evidence },
      value: String(Math.round(millions * MILLION)),
      as_stated: spentPhrase({ ...exactly(0), low: millions, currency }, plan.language),
      ...pageOf({ plan, reference: p.reference, day, lag, evidence }, 'investment'),
    })
    return { kind: 'reports', on: addDays(day, lag + 4), row }
  })
}

/** A rumour beside the silence: kept with its source, counted nowhere. */
function rumour(plan: Plan, p: Promised, today: IsoDate): Known[] {
  if (plan.key !== 'DATARIF') return []
  const random = randomOf(`${plan.key} rumour`)
  const day = earlier(addDays(p.start, 300), addDays(today, -20))
  const row = rowOf('reports', {
    ...{ reference: p.reference, data_date: day, kind: 'created_cumulative', value: '~60' },
    ...{ evidence: 'none', as_stated: 'une soixantaine de personnes' },
    ...{ source_url: 'https://forum-emploi.example/t/4471', source_publisher: 'Forum emploi' },
    ...{ source_date: day, notes: remark('doubt', plan.language, random) },
  })
  return [{ kind: 'reports', on: addDays(day, 6), row }]
}

/** The progress reports of one agreement that are published by today. */
export function reports(plan: Plan, p: Promised, today: IsoDate): Known[] {
  const lag = randomOf(`${plan.key} lag`).whole(18, 38)
  return [
    ...jobReports(plan, p, today, lag),
    ...spending(plan, p, today, lag),
    ...rumour(plan, p, today),
  ]
}
