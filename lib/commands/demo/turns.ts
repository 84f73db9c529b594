import { addDays, later } from '@/lib/domain/iso-date'
import { printDeadline } from '@/lib/domain/literal'
import type { IsoDate } from '@/lib/domain/types'
import { measureOf, milestonesText, wordingOf } from './agreement'
import { deadlinePhrase, jobsPhrase, moneyPhrase } from './phrases'
import { type Plan, workingDay } from './plan'
import { type Promised, quantityText, type Revision, statedOf } from './promise'
import { type Random, randomOf } from './random'
import { remark } from './remarks'
import { type Known, rowOf } from './row'
import { companyPage, pressPage } from './sources'

const MILLION = 1_000_000

function amendment(plan: Plan, p: Promised, r: Revision, random: Random): Known {
  const { language } = plan
  const money = r.how === 'money'
  const correction = r.how === 'corr'
  const jobs = { ...r.jobs, currency: statedOf(plan.amount).currency }
  const row = rowOf('amendments', {
    reference: p.reference,
    measure: money ? 'investment' : measureOf(plan),
    kind: correction ? 'correction' : 'amendment',
    ...{ corrects: correction ? '1' : '', effective_on: correction ? '' : r.on },
    quantity: quantityText(jobs, money ? MILLION : 1),
    deadline: r.deadline ? printDeadline(r.deadline) : '',
    milestones: money ? '' : milestonesText(r.milestones),
    reason: remark(r.how, language, random),
    as_stated: money ? moneyPhrase(jobs, language) : jobsPhrase(jobs, wordingOf(plan)),
    deadline_as_stated: deadlinePhrase(r.deadline, language),
    ...companyPage(plan.key, plan.company, `agreement/${r.how}-${r.on}`, r.on),
  })
  return { kind: 'amendments', on: addDays(r.on, 9), row }
}

/** What the parties changed, and what was read wrongly at first. */
export function amendments(plan: Plan, p: Promised): Known[] {
  const random = randomOf(`${plan.key} amendments`)
  return p.revisions.map((revision) => amendment(plan, p, revision, random))
}

// Which steps of its life an agreement has behind it: what the tables say, and the usual ones.
function steps(plan: Plan, p: Promised, today: IsoDate, random: Random): [string, IsoDate][] {
  const found: [string, IsoDate][] = []
  const announced = plan.options.has('ann') || plan.type === 'package'
  const inForce = addDays(p.signedOn, random.whole(50, 160))
  const [ending, months] = plan.options.get('ev')?.split('@') ?? []
  if (!announced && inForce < addDays(today, -40) && !ending && random.chance(0.55)) {
    found.push(['in_force', inForce])
  }
  if (ending) found.push([ending, workingDay(today, Number(months), `${plan.key} event`)])
  if (plan.options.has('start')) found.push(['project_start', p.start])
  const closed = p.due && addDays(p.due, 75)
  if (plan.story === 'met' && closed && closed < addDays(today, -30) && random.chance(0.7)) {
    found.push(['completed', later(closed, inForce)])
  }
  return found
}

/** The dated steps in the life of an agreement. */
export function events(plan: Plan, p: Promised, today: IsoDate): Known[] {
  const random = randomOf(`${plan.key} events`)
  const { language } = plan
  return steps(plan, p, today, random).map(([kind, on]): Known => {
    const reason = remark(kind, language, random)
    const page = pressPage(`${p.reference}-${kind}`, addDays(on, 3), language, random)
    const row = rowOf('events', { reference: p.reference, kind, on, reason, ...page })
    return { kind: 'events', on: addDays(on, 12), row }
  })
}
