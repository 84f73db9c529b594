import type { LedgerAgreement, LedgerEvent, LedgerFact } from '@/lib/data/ledger'
import { toQuantity, versionFacts } from '@/lib/data/mappers'
import type { AgreementRecord, CommitmentTerms, NewEvent, NewFact } from '@/lib/data/record'
import type { Citation } from '@/lib/data/sources'
import type { Measure } from '@/lib/domain/types'
import { agreementRow } from '@/lib/schemas/import'
import {
  type Cells,
  cellsOfAgreement,
  jobsCommitment,
  milestonesOf,
  moneyCommitment,
} from './agreement-cells'
import { descriptionOf } from './agreement-record'

/** A change of one agreement that is to be undone. */
export interface Undoable {
  seq: number
  /** It brought the agreement into the ledger. */
  created: boolean
  /** Columns that it changed: what stood there, what it wrote. */
  changed: Readonly<Record<string, readonly [string, string]>>
}

type Body = Omit<AgreementRecord, 'change'>

function sourceOf({
  url,
  attachment,
  publisher,
  publishedOn,
  language,
}: Citation): Citation | null {
  if (url === null && attachment === null) return null
  return { url, attachment, publisher, publishedOn, language }
}

function factAgain(fact: LedgerFact, measure: Measure, corrects: number | null): NewFact {
  return {
    measure,
    kind: fact.kind,
    observation: fact.observation,
    on: fact.on,
    onText: fact.onText,
    quantity: toQuantity(fact),
    deadline: fact.deadline,
    milestones: milestonesOf(fact),
    evidence: fact.evidence,
    corrects,
    source: sourceOf(fact),
    asStated: fact.asStated,
    deadlineAsStated: fact.deadlineAsStated,
    perimeter: fact.perimeter,
    note: fact.note,
  }
}

function eventAgain(event: LedgerEvent): NewEvent {
  const { kind, on, onText, asStated, reason } = event
  return { kind, on, onText, asStated, reason, source: sourceOf(event) }
}

/** What a change took back, stated again: versions get new numbers, and their corrections follow them. */
function factsAgain(agreement: LedgerAgreement, seq: number): NewFact[] {
  return agreement.commitments.flatMap(({ measure, facts, ...commitment }) => {
    const versions = versionFacts({ measure, facts, ...commitment })
    const numbers = new Map<number, number>()
    let next = versions.length
    return facts
      .filter(({ retracted }) => retracted === seq)
      .map((fact) => {
        const index = versions.findIndex(({ id }) => id === fact.id)
        if (index >= 0) {
          next += 1
          numbers.set(index + 1, next)
        }
        const corrects = fact.corrects && (numbers.get(fact.corrects) ?? fact.corrects)
        return factAgain(fact, measure, corrects)
      })
  })
}

function termsAgain(agreement: LedgerAgreement, before: Cells, changed: Undoable['changed']) {
  const terms: CommitmentTerms[] = []
  const [jobs, money] = [jobsCommitment(agreement), moneyCommitment(agreement)]
  const row = agreementRow.safeParse(before)
  if (jobs && changed.jobs_scope && row.success)
    terms.push({ measure: jobs.measure, scope: row.data.jobs_scope, currency: null })
  if (money && changed.currency)
    terms.push({ measure: 'investment', scope: money.scope, currency: changed.currency[0] || null })
  return terms
}

function live<T extends { retracted: number | null }>(items: readonly T[]): T[] {
  return items.filter(({ retracted }) => retracted === null)
}

/** Whether something later rests on what a change recorded: then it is not undone alone. */
export function isBuiltUpon(agreement: LedgerAgreement, { seq }: Pick<Undoable, 'seq'>): boolean {
  const facts = agreement.commitments.flatMap((commitment) => commitment.facts)
  const statements = [...facts, ...agreement.events, ...agreement.relations]
  const replaced = statements.some(
    ({ recorded, retracted }) => recorded === seq && retracted !== null,
  )
  const corrected = agreement.commitments.some((commitment) => {
    const versions = versionFacts(commitment)
    return live(versions).some(
      ({ corrects, recorded }) =>
        corrects !== null && recorded > seq && versions[corrects - 1]?.recorded === seq,
    )
  })
  const again = agreement.relations.some(
    (gone) =>
      gone.retracted === seq &&
      live(agreement.relations).some(({ kind, to }) => kind === gone.kind && to === gone.to),
  )
  return replaced || corrected || again
}

/**
 * Whether a change did nothing but add observations or events: undoing several such changes of one agreement at once comes to
 * the same as one after the other.
 */
export function onlyAdds(agreement: LedgerAgreement, { seq, created, changed }: Undoable): boolean {
  const facts = agreement.commitments.flatMap((commitment) => commitment.facts)
  const replaces = [...facts, ...agreement.events, ...agreement.relations].some(
    ({ retracted }) => retracted === seq,
  )
  const adds = (items: readonly { recorded: number }[]) =>
    items.some(({ recorded }) => recorded === seq)
  const versions = facts.filter(({ kind }) => kind !== 'observation')
  const edits = created || Object.keys(changed).length > 0
  return !edits && !replaces && !adds(versions) && !adds(agreement.relations)
}

/** What undoing a change writes: what it recorded is taken back, what it took back is stated again, its description stands as before. Nothing is deleted. */
export function undoRecord(agreement: LedgerAgreement, { seq, created, changed }: Undoable): Body {
  const facts = agreement.commitments.flatMap((commitment) => commitment.facts)
  const by = <T extends { recorded: number; retracted: number | null }>(items: readonly T[]) =>
    items.filter((item) => item.recorded === seq && item.retracted === null)
  const before = { ...cellsOfAgreement(agreement), ...firsts(changed) }
  const description = Object.keys(changed).length > 0 ? agreementRow.safeParse(before) : null
  return {
    reference: agreement.reference,
    create: false,
    takenBack: created,
    description: description?.success ? descriptionOf(description.data) : null,
    commitments: termsAgain(agreement, before, changed),
    facts: factsAgain(agreement, seq),
    retractFacts: by(facts).map(({ id }) => id),
    events: agreement.events.filter(({ retracted }) => retracted === seq).map(eventAgain),
    retractEvents: by(agreement.events).map(({ id }) => id),
    relations: agreement.relations
      .filter(({ retracted }) => retracted === seq)
      .map(({ kind, to, position }) => ({ kind, to, position })),
    retractRelations: by(agreement.relations).map(({ kind, to }) => ({ kind, to })),
  }
}

function firsts(changed: Undoable['changed']): Cells {
  return Object.fromEntries(Object.entries(changed).map(([column, [before]]) => [column, before]))
}
