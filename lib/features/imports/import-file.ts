import 'server-only'
import { randomUUID } from 'node:crypto'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type Head, head, lockChain } from '@/lib/data/changes'
import { type Db, pool, type Tx, transaction } from '@/lib/data/client'
import { idsOf, liveRelations, loadAgreements } from '@/lib/data/ledger'
import type { AgreementRecord } from '@/lib/data/record'
import { loadTargets, type TargetRecord, writeTargets } from '@/lib/data/targets'
import { writeRecords } from '@/lib/data/write'
import type { Instant } from '@/lib/domain/types'
import type { ImportKind } from '@/lib/schemas/import'
import { checkColumns } from './check-columns'
import type { Batch, Ledger, Plan } from './plan'
import { planAgreements } from './plan-agreements'
import { planAmendments } from './plan-amendments'
import { planEvents } from './plan-events'
import { planReports } from './plan-reports'
import { planTargets } from './plan-targets'
import { type CsvFile, readCsv } from './read-csv'
import type { FileRow, ImportReport } from './refusal'

/** A plan with the way to carry it out. */
interface Prepared {
  plan: Omit<Plan, 'records'>
  size: number
  write: (tx: Tx, last: Head, now: Instant) => Promise<unknown>
}

function prepared(plan: Plan): Prepared {
  const records: AgreementRecord[] = plan.records
  const write: Prepared['write'] = (tx, last, now) => writeRecords(tx, last, records, now)
  return { plan, size: records.length, write }
}

function preparedTargets(plan: Plan<TargetRecord>): Prepared {
  const write: Prepared['write'] = (tx, last, now) => writeTargets(tx, last, plan.records, now)
  return { plan, size: plan.records.length, write }
}

async function namedAgreements(db: Db, rows: readonly FileRow[]): Promise<Ledger> {
  const references = [...new Set(rows.map(({ cells }) => (cells.reference ?? '').trim()))]
  const ids = await idsOf(db, references)
  const agreements = await loadAgreements(db, [...ids.values()])
  return new Map(agreements.map((agreement) => [agreement.reference, agreement]))
}

async function prepare(
  db: Db,
  kind: ImportKind,
  rows: readonly FileRow[],
  batch: Batch,
): Promise<Prepared> {
  if (kind === 'targets') return preparedTargets(planTargets(rows, await loadTargets(db), batch))
  const ledger = await namedAgreements(db, rows)
  if (kind === 'reports') return prepared(planReports(rows, ledger, batch))
  if (kind === 'amendments') return prepared(planAmendments(rows, ledger, batch))
  if (kind === 'events') return prepared(planEvents(rows, ledger, batch))
  const { held, known } = await liveRelations(db)
  return prepared(planAgreements(rows, ledger, held, known, batch))
}

function reportOf(file: CsvFile, { plan }: Prepared): ImportReport {
  const refused = [...file.refused, ...plan.refused].sort((a, b) => a.line - b.line)
  const { created, updated, unchanged } = plan
  return { read: file.read, created, updated, unchanged, refused }
}

/** A file in the import format and who brings it. */
export interface ImportInput {
  viewer: Viewer
  kind: ImportKind
  file: Buffer
  dryRun: boolean
  clock: () => Instant
}

/**
 * Imports a file of accepted records: all of it in one transaction with one Change per record, or nothing when any row
 * is refused; what the ledger already says is left alone (contract, section 5). Returns what was done, or with `dryRun`
 * would be. Throws Forbidden without the permission import.accept.
 */
export async function importFile(input: ImportInput): Promise<ImportReport> {
  const { viewer, kind, dryRun, clock } = input
  authorise(viewer, 'import.accept')
  const file = readCsv(input.file)
  if (file.columns.length > 0) file.refused.unshift(...checkColumns(kind, file.columns))
  const nothing = { read: file.read, created: 0, updated: 0, unchanged: 0 }
  if (file.columns.length === 0 || file.refused.some(({ line }) => line === 1))
    return { ...nothing, refused: file.refused }
  const batch = { actor: viewer.name, id: randomUUID() }
  // Read and judge first, so that other writers wait for the writing alone.
  const seen = await head(pool())
  const ready = await prepare(pool(), kind, file.rows, batch)
  const report = reportOf(file, ready)
  if (dryRun || report.refused.length > 0 || ready.size === 0) return report
  return transaction(async (tx) => {
    const last = await lockChain(tx)
    // Somebody wrote meanwhile: judge again, now that nobody else can.
    const sure = last.seq === seen.seq ? ready : await prepare(tx, kind, file.rows, batch)
    const settled = reportOf(file, sure)
    if (settled.refused.length === 0 && sure.size > 0) await sure.write(tx, last, clock())
    return settled
  })
}
