import type { Head } from '@/lib/data/changes'
import type { Db, Tx } from '@/lib/data/client'
import { idsOf, liveRelations, loadAgreements } from '@/lib/data/ledger'
import type { Batch, Ledger, Plan } from '@/lib/data/plans/plan'
import { planAgreements } from '@/lib/data/plans/plan-agreements'
import { planAmendments } from '@/lib/data/plans/plan-amendments'
import { planEvents } from '@/lib/data/plans/plan-events'
import { planReports } from '@/lib/data/plans/plan-reports'
import { planTargets } from '@/lib/data/plans/plan-targets'
import type { FileRow, ImportReport } from '@/lib/data/plans/refusal'
import { loadTargets, type TargetRecord, writeTargets } from '@/lib/data/targets'
import { writeRecords } from '@/lib/data/write'
import type { Instant } from '@/lib/domain/types'
import type { ImportKind } from '@/lib/schemas/import'
import { checkColumns } from './check-columns'
import { withOwnFiles } from './own-files'
import { readCsv } from './read-csv'

/** What a file would do, and how to do it. */
export interface Prepared {
  report: ImportReport
  /** Writes the records behind `last`; absent when there is nothing to write or anything was refused. */
  write?: (tx: Tx, last: Head, now: Instant) => Promise<unknown>
}

type Write = NonNullable<Prepared['write']>
type Judged = Pick<Plan, 'created' | 'updated' | 'unchanged' | 'refused'> & { write: Write }

function judged(plan: Plan): Judged {
  return { ...plan, write: (tx, last, now) => writeRecords(tx, last, plan.records, now) }
}

function judgedTargets(plan: Plan<TargetRecord>): Judged {
  return { ...plan, write: (tx, last, now) => writeTargets(tx, last, plan.records, now) }
}

async function namedAgreements(db: Db, rows: readonly FileRow[]): Promise<Ledger> {
  const references = [...new Set(rows.map(({ cells }) => (cells.reference ?? '').trim()))]
  const ids = await idsOf(db, references)
  const agreements = await loadAgreements(db, [...ids.values()])
  return new Map(agreements.map((agreement) => [agreement.reference, agreement]))
}

async function judge(
  db: Db,
  kind: ImportKind,
  rows: readonly FileRow[],
  batch: Batch,
): Promise<Judged> {
  if (kind === 'targets') return judgedTargets(planTargets(rows, await loadTargets(db), batch))
  const named = await namedAgreements(db, rows)
  // What was taken back can be neither reported on nor amended.
  const ledger = new Map([...named].filter(([, { retracted }]) => retracted === null))
  if (kind === 'reports') return judged(planReports(rows, ledger, batch))
  if (kind === 'amendments') return judged(planAmendments(rows, ledger, batch))
  if (kind === 'events') return judged(planEvents(rows, ledger, batch))
  const { held, known } = await liveRelations(db)
  return judged(planAgreements(rows, named, held, known, batch))
}

/** Reads a file and judges every row against the ledger as `db` sees it; writes nothing. */
export async function prepareFile(
  db: Db,
  kind: ImportKind,
  bytes: Buffer,
  batch: Batch,
): Promise<Prepared> {
  const file = readCsv(bytes)
  const columns = file.columns.length > 0 ? checkColumns(kind, file.columns) : []
  if (file.columns.length === 0 || columns.length > 0) {
    const refused = [...columns, ...file.refused]
    return { report: { read: file.read, created: 0, updated: 0, unchanged: 0, refused } }
  }
  const rows = await withOwnFiles(db, file.rows)
  const { write, created, updated, unchanged, ...plan } = await judge(db, kind, rows, batch)
  const refused = [...file.refused, ...plan.refused].sort((a, b) => a.line - b.line)
  const report = { read: file.read, created, updated, unchanged, refused }
  return refused.length === 0 && created + updated > 0 ? { report, write } : { report }
}
