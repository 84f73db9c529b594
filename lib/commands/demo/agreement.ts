import { addDays, earlier, later } from '@/lib/domain/iso-date'
import { printDeadline } from '@/lib/domain/literal'
import type { IsoDate } from '@/lib/domain/types'
import { activityOf, summaryOf, titleOf } from './activities'
import { ceremony } from './people'
import { deadlinePhrase, jobsPhrase, moneyPhrase } from './phrases'
import { placeOf } from './places'
import type { Plan } from './plan'
import { type Promised, quantityText, type Step, statedOf } from './promise'
import { randomOf } from './random'
import { remark } from './remarks'
import { type Known, rowOf } from './row'
import { companyPage, pressPage } from './sources'

const MILLION = 1_000_000

/** The measure of a promise of jobs. */
export function measureOf({ options }: Plan): string {
  if (options.has('level')) return 'headcount_level'
  if (options.has('hires')) return 'gross_hires'
  return options.has('retained') ? 'jobs_retained' : 'net_new_jobs'
}

function scopeOf({ options }: Plan): string {
  const scopes = ['direct', 'indirect', 'induced', 'mixed']
  return scopes.find((scope) => options.has(scope)) ?? 'unspecified'
}

/** How a promise of jobs is worded in its source. */
export function wordingOf(plan: Plan) {
  return { measure: measureOf(plan), scope: scopeOf(plan), language: plan.language }
}

/** Milestones as files write them: `2024-12-31=>700;…`. */
export function milestonesText(steps: readonly Step[]): string {
  return steps.map(({ day, value }) => `${day}=>=${value}`).join(';')
}

function baselineOf(plan: Plan, p: Promised): Record<string, string> {
  const text = plan.options.get('b')
  if (text === undefined) return {}
  const phrase = jobsPhrase(statedOf(text), { ...wordingOf(plan), measure: 'headcount_level' })
  const stated = text === '0' ? '' : phrase
  return {
    baseline_headcount: text,
    baseline_date: p.start.slice(0, 7),
    baseline_as_stated: stated,
  }
}

function relationOf(plan: Plan, known: ReadonlyMap<string, Known>): Known | undefined {
  const to = plan.options.get('rel')?.split(':')[1]
  if (!to) return undefined
  const target = known.get(to)
  if (!target) throw new RangeError(`${plan.key} relates to ${to}, which comes later`)
  return target
}

/** The agreement itself, known some days after its signature and never before what it relates to. */
export function agreement(
  plan: Plan,
  p: Promised,
  today: IsoDate,
  known: ReadonlyMap<string, Known>,
): Known {
  const { language, options, sector, company } = plan
  const random = randomOf(`${plan.key} agreement`)
  const place = placeOf(plan.city, language)
  const group = plan.type === 'package'
  const announced = options.has('ann')
  const related = relationOf(plan, known)
  const relation = options.get('rel')?.split(':')[0] ?? 'vague'
  const money = statedOf(plan.amount)
  const jobs = jobsPhrase(p.jobs, wordingOf(plan))
  const amount = moneyPhrase(money, language)
  const deadline = deadlinePhrase(p.deadline, language)
  const activity = activityOf(sector, language, random)
  const words = { company, activity, cities: place.cities, jobs, amount, deadline }
  const table = ceremony(
    { sector, company, language, group, announced, region: place.region, months: plan.signed },
    random,
    randomOf(company),
  )
  const page = pressPage(p.reference, addDays(p.signedOn, random.whole(0, 2)), language, random)
  const second = companyPage(plan.key, company, `news/${p.reference.toLowerCase()}`, p.signedOn)
  const dated = options.has('nodate') ? '' : p.signedOn
  const basis = random.pick(['stated', 'stated', 'stated', 'derived_from_page_date'])
  const imprecise = basis !== 'stated' && plan.story === 'none' && !related
  const binding = random.pick(['unknown', 'unknown', 'binding', 'non_binding', 'mixed'])
  const row = rowOf('agreements', {
    ...{
      reference: p.reference,
      title: titleOf(words, language),
      type: plan.type,
      company,
      sector,
    },
    binding: plan.type === 'contract' ? 'binding' : plan.type === 'mou' ? 'non_binding' : binding,
    other_companies: options.get('with') ?? '',
    government_parties: table.bodies,
    signatories: table.signatories,
    signed_on: imprecise ? dated.slice(0, 7) : dated,
    signed_basis: dated && (announced ? 'announcement' : basis),
    region: place.region,
    place: place.cities.join(language === 'ar' ? '، ' : ', '),
    summary: summaryOf(words, language, random),
    ...{ jobs_measure: measureOf(plan), jobs_scope: scopeOf(plan), jobs_as_stated: jobs },
    ...{ jobs: quantityText(p.jobs), jobs_missing: p.jobs.reason },
    ...{ deadline: p.deadline ? printDeadline(p.deadline) : '', deadline_as_stated: deadline },
    milestones: milestonesText(p.milestones),
    ...baselineOf(plan, p),
    amount: quantityText(money, MILLION),
    ...{ currency: money.reason ? '' : money.currency, amount_missing: money.reason },
    amount_as_stated: amount,
    lifecycle: announced ? 'announced' : 'signed',
    relations: related ? `${relation}:${related.row.reference}` : '',
    ...{ ...page, source_language: language },
    other_sources: random.chance(0.4) && !group ? second.source_url : '',
    notes: related || random.chance(0.3) ? remark(relation, language, random) : '',
  })
  const yesterday = addDays(today, -1)
  const on = earlier(yesterday, addDays(p.signedOn, random.whole(4, 35)))
  return { kind: 'agreements', row, on: later(on, related?.on ?? on) }
}
