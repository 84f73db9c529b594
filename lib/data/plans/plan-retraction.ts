import type { LedgerAgreement, LedgerFact } from '@/lib/data/ledger'
import { versionFacts } from '@/lib/data/mappers'
import type { AgreementRecord } from '@/lib/data/record'
import { RETRACTABLES } from '@/lib/domain/types'
import { type Batch, emptyPlan, type Plan } from './plan'
import { factRecord } from './plan-reports'
import { type FileRow, refuse } from './refusal'

const VERB = 'import.retraction'

type Gone = Pick<AgreementRecord, 'retractFacts' | 'retractEvents' | 'retractRelations'>

const NOTHING: Gone = { retractFacts: [], retractEvents: [], retractRelations: [] }

/** The corrections of a version say nothing without it. */
function correctionsOf(agreement: LedgerAgreement, fact: LedgerFact): number[] {
  const commitment = agreement.commitments.find(({ facts }) => facts.includes(fact))
  const versions = commitment ? versionFacts(commitment) : []
  const number = versions.findIndex(({ id }) => id === fact.id) + 1
  return versions
    .filter(({ corrects, retracted }) => corrects === number && retracted === null)
    .map(({ id }) => id)
}

function goneOf(agreement: LedgerAgreement, what: string, id: string): Gone | string {
  if (what === 'relation') {
    const relation = agreement.relations.find(
      ({ kind, to, retracted }) => `${kind}:${to}` === id && retracted === null,
    )
    return relation ? { ...NOTHING, retractRelations: [relation] } : 'statement_unknown'
  }
  if (what === 'event') {
    const event = agreement.events.find((one) => String(one.id) === id && one.retracted === null)
    return event ? { ...NOTHING, retractEvents: [event.id] } : 'statement_unknown'
  }
  const fact = agreement.commitments
    .flatMap(({ facts }) => facts)
    .find((one) => String(one.id) === id && one.retracted === null)
  if (!fact) return 'statement_unknown'
  // Without its original a promise would have no version at all: it is corrected instead.
  if (fact.kind === 'original') return 'original_stays'
  return { ...NOTHING, retractFacts: [fact.id, ...correctionsOf(agreement, fact)] }
}

/** What taking one statement back writes: { what: fact, event or relation, id, reason }. */
export function planRetraction(
  row: FileRow,
  agreement: LedgerAgreement | undefined,
  batch: Batch,
): Plan {
  const plan = emptyPlan()
  const cell = (column: string) => (row.cells[column] ?? '').trim()
  const what = RETRACTABLES.find((code) => code === cell('what'))
  if (cell('reason') === '') plan.refused.push(refuse(row, 'reason', { code: 'required' }))
  if (!what) {
    const values = { given: cell('what'), known: RETRACTABLES.join(', ') }
    plan.refused.push(refuse(row, 'what', { code: 'unknown_code', values }))
  }
  if (cell('id') === '') plan.refused.push(refuse(row, 'id', { code: 'required' }))
  if (!agreement || plan.refused.length > 0 || !what) return plan
  const gone = goneOf(agreement, what, cell('id'))
  if (typeof gone === 'string') {
    plan.refused.push(refuse(row, 'id', { code: gone }))
    return plan
  }
  plan.updated += 1
  const change = {
    ...{ actor: batch.actor, verb: VERB, reason: cell('reason'), subject: agreement.reference },
    ...{ diff: { retracted: { what, id: cell('id') } }, key: null, batch: batch.id, undoes: null },
  }
  plan.records.push({ ...factRecord(agreement.reference, change, [], []), ...gone })
  return plan
}
