import type { Head } from '@/lib/data/changes'
import type { Db, Tx } from '@/lib/data/client'
import { liveRelations } from '@/lib/data/ledger'
import type { Batch, Ledger, Plan } from '@/lib/data/plans/plan'
import { planAgreements } from '@/lib/data/plans/plan-agreements'
import { planAmendments } from '@/lib/data/plans/plan-amendments'
import { planEvents } from '@/lib/data/plans/plan-events'
import { planRates } from '@/lib/data/plans/plan-rates'
import { planReports } from '@/lib/data/plans/plan-reports'
import { planTargets } from '@/lib/data/plans/plan-targets'
import type { FileRow, ImportReport, Refusal } from '@/lib/data/plans/refusal'
import { loadRates, type RateRecord, writeRates } from '@/lib/data/rates'
import { type LedgerTarget, loadTargets, type TargetRecord, writeTargets } from '@/lib/data/targets'
import { writeRecords } from '@/lib/data/write'
import { type Instant, NATIONAL, type Region } from '@/lib/domain/types'
import type { ImportKind } from '@/lib/schemas/import'
import { checkColumns } from './check-columns'
import { KnownAgreements } from './known-agreements'
import { withOwnFiles } from './own-files'
import { readCsv } from './read-csv'

/** What a file would do, and how to do it. */
export interface Prepared {
  report: ImportReport
  /** Writes the records behind `last`; absent when there is nothing to write or anything was refused. */
  write?: (tx: Tx, last: Head, now: Instant) => Promise<unknown>
}

type Write = NonNullable<Prepared['write']>

/** Whom a trial run would write as; nothing that carries it is kept. */
export const NOBODY: Batch = { actor: '', id: '' }

/** What becomes of every row, the agreements that they name, and how to write it all. */
export interface Judged
  extends Pick<Plan, 'created' | 'updated' | 'unchanged' | 'refused' | 'rows'> {
  write: Write
  named: Ledger
  /** The region of what the ledger holds under a name. */
  regionOf: (subject: string) => Region | undefined
}

function regionIn(named: ReadonlyMap<string, { region: Region }>): Judged['regionOf'] {
  return (subject) => named.get(subject)?.region
}

function judged(plan: Plan, named: Ledger): Judged {
  const write: Write = (tx, last, now) => writeRecords(tx, last, plan.records, now)
  return { ...plan, named, regionOf: regionIn(named), write }
}

function judgedRates(plan: Plan<RateRecord>): Judged {
  const write: Write = (tx, last, now) => writeRates(tx, last, plan.records, now)
  return { ...plan, named: new Map(), regionOf: () => NATIONAL, write }
}

function judgedTargets(plan: Plan<TargetRecord>, held: ReadonlyMap<string, LedgerTarget>): Judged {
  const write: Write = (tx, last, now) => writeTargets(tx, last, plan.records, now)
  return { ...plan, named: new Map(), regionOf: regionIn(held), write }
}

/** Every reference that rows may relate to, and every relation: of the ledger, and of the rest of their file. */
export type Around = Awaited<ReturnType<typeof liveRelations>>

/** Of a part of a file: what the whole is surrounded by, and the agreements that its parts have met. */
export interface Within {
  around: Around
  met: KnownAgreements
}

/** Judges a part of a file against the ledger as `db` sees it; nothing can be written of it. */
export async function judgeWithin(
  db: Db,
  kind: ImportKind,
  rows: readonly FileRow[],
  { met, around: { held, known } }: Within,
): Promise<Omit<Judged, 'write'>> {
  if (kind === 'targets' || kind === 'rates') return judgeRows(db, kind, rows, NOBODY)
  const { named, live } = await namedBy(db, rows, met)
  const seen = { regionOf: regionIn(named) }
  if (kind === 'reports') return { ...planReports(rows, live, null), named: live, ...seen }
  if (kind === 'amendments') return { ...planAmendments(rows, live, NOBODY), named: live, ...seen }
  if (kind === 'events') return { ...planEvents(rows, live, NOBODY), named: live, ...seen }
  return { ...planAgreements(rows, named, held, known, null), named, ...seen }
}

/** Judges rows of a kind against the ledger as `db` sees it; writes nothing. */
export async function judgeRows(
  db: Db,
  kind: ImportKind,
  rows: readonly FileRow[],
  batch: Batch,
): Promise<Judged> {
  if (kind === 'targets') {
    const held = await loadTargets(db)
    return judgedTargets(planTargets(rows, held, batch), held)
  }
  if (kind === 'rates') return judgedRates(planRates(rows, await loadRates(db), batch))
  const { named, live } = await namedBy(db, rows, new KnownAgreements())
  if (kind === 'reports') return judged(planReports(rows, live, batch), live)
  if (kind === 'amendments') return judged(planAmendments(rows, live, batch), live)
  if (kind === 'events') return judged(planEvents(rows, live, batch), live)
  const { held, known } = await liveRelations(db)
  return judged(planAgreements(rows, named, held, known, batch), named)
}

/** The agreements that rows name; what was taken back can be neither reported on nor amended. */
async function namedBy(db: Db, rows: readonly FileRow[], met: KnownAgreements) {
  const references = new Set(rows.map(({ cells }) => (cells.reference ?? '').trim()))
  const named = await met.named(db, [...references])
  return { named, live: new Map([...named].filter(([, { retracted }]) => retracted === null)) }
}

/** A file as it was read, and what becomes of its rows; nothing is judged where the file or its columns cannot be read. */
export interface JudgedFile {
  read: number
  rows: readonly FileRow[]
  refused: Refusal[]
  judged: Judged | null
}

/** Reads a file and judges every row against the ledger as `db` sees it; writes nothing. */
export async function judgeFile(
  db: Db,
  kind: ImportKind,
  bytes: Buffer,
  batch: Batch,
): Promise<JudgedFile> {
  const { read, columns, rows: given, refused } = readCsv(bytes)
  const wrong = columns.length > 0 ? checkColumns(kind, columns) : []
  if (columns.length === 0 || wrong.length > 0)
    return { read, rows: given, refused: [...wrong, ...refused], judged: null }
  const rows = await withOwnFiles(db, given)
  const judged = await judgeRows(db, kind, rows, batch)
  const all = [...refused, ...judged.refused].sort((a, b) => a.line - b.line)
  return { read, rows, refused: all, judged }
}

/** What a file would do as accepted records, and how to write them; writes nothing. */
export async function prepareFile(
  db: Db,
  kind: ImportKind,
  bytes: Buffer,
  batch: Batch,
): Promise<Prepared> {
  const { read, refused, judged: found } = await judgeFile(db, kind, bytes, batch)
  if (!found) return { report: { read, created: 0, updated: 0, unchanged: 0, refused } }
  const { created, updated, unchanged, write } = found
  const report = { read, created, updated, unchanged, refused }
  return refused.length === 0 && created + updated > 0 ? { report, write } : { report }
}
