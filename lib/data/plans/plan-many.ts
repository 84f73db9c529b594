import type { ProposalRecord } from '@/lib/data/proposals'
import type { LedgerRecord } from '@/lib/data/write-ledger'
import type { RelationEntry } from '@/lib/domain/literal-lists'
import { isApart } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import type { Batch, Ledger, Plan } from './plan'
import { planAgreements } from './plan-agreements'
import { planAmendments } from './plan-amendments'
import { type HeldApart, planApart } from './plan-apart'
import { planEvents } from './plan-events'
import { planReports } from './plan-reports'
import { type FileRow, refuse } from './refusal'

/** What the ledger holds that the proposals of one file may touch. */
export interface AroundMany {
  named: Ledger
  held: ReadonlyMap<string, readonly RelationEntry[]>
  known: ReadonlySet<string>
  apart: HeldApart
}

function rowOf({ kind, subject, payload }: ProposalRecord, index: number): FileRow {
  const { reason, ...cells } = payload.cells
  const stated = reason === undefined ? cells : { ...cells, reason }
  if (isApart(kind)) return { line: index, cells: stated }
  return { line: index, cells: { ...stated, reference: subject ?? '' } }
}

function withoutReason({ line, cells: { reason: _, ...cells } }: FileRow): FileRow {
  return { line, cells }
}

function planRows(
  kind: ProposalRecord['kind'],
  rows: readonly FileRow[],
  { named, held, known, apart }: AroundMany,
  batch: Batch,
): Plan<LedgerRecord> {
  if (isApart(kind)) return planApart(kind, rows, apart, batch)
  const ledger: Ledger = new Map([...named].filter(([, { retracted }]) => retracted === null))
  if (kind === 'report') return planReports(rows, ledger, batch)
  if (kind === 'amendment') return planAmendments(rows, ledger, batch)
  if (kind === 'event') return planEvents(rows, ledger, batch)
  return planAgreements(rows.map(withoutReason), named, held, known, batch)
}

/** New where the ledger has one, or an edit of what it does not have. */
function misplaced(proposals: readonly ProposalRecord[], rows: readonly FileRow[], named: Ledger) {
  return proposals.flatMap(({ kind, subject }, index) => {
    const row = rows[index]
    const held = named.get(subject ?? '')
    if (!row) return []
    if (kind === 'agreement' && held) return [refuse(row, 'reference', { code: 'reference_taken' })]
    const values = { reference: subject ?? '' }
    return kind === 'edit' && held?.retracted !== null
      ? [refuse(row, 'reference', { code: 'reference_unknown', values })]
      : []
  })
}

/** The records that accepting the proposals of one file together writes, in their order, or what is wrong first, located under the id of each. */
export function planMany(
  proposals: readonly ProposalRecord[],
  around: AroundMany,
  batch: Batch,
): { records: LedgerRecord[]; problems: Problem[] } {
  const rows = proposals.map(rowOf)
  const plan = planRows(proposals[0]?.kind ?? 'agreement', rows, around, batch)
  const refused = [...misplaced(proposals, rows, around.named), ...plan.refused]
  const idle = plan.rows.filter(({ fate }) => fate === 'unchanged')
  const problems = [
    ...refused.map(({ line, column, reason }) => ({
      ...reason,
      path: `${proposals[line]?.id}.${column}`,
    })),
    ...idle.map(({ line }) => ({ path: `${proposals[line]?.id}.`, code: 'nothing_changes' })),
  ]
  return { records: plan.records, problems }
}
