import { z } from 'zod'
import { standingRows } from '@/lib/domain/intervals'
import type { Instant } from '@/lib/domain/types'
import type { Db, Tx } from './client'
import { componentOf, type LedgerAgreement, loadAgreements } from './ledger'
import { toHistory } from './mappers'
import { batches, type Cell, copyRows, groupBy, rowsJson } from './rows'
import {
  FOREVER,
  fingerprint,
  STATE_COLUMNS,
  type StandingIds,
  type StandingRecord,
  toRecord,
} from './standing-rows'

/** A change and the agreements that it touched. */
export interface Step {
  seq: number
  at: Instant
  agreements: readonly number[]
}

/** A stretch of knowledge over which one standing held; id null = not stored yet. */
export interface Kept {
  id: string | null
  record: StandingRecord
  knownFrom: number
  /** Null = still holds. */
  knownTo: number | null
}

const keptRow = z.looseObject({
  id: z.string(),
  known_from: z.string(),
  known_to: z.string(),
})

function toKept(row: unknown): Kept {
  const { id, known_from, known_to, ...columns } = keptRow.parse(row)
  return {
    id,
    record: columns as Record<keyof StandingRecord, Cell>, // selected by these names; a check of 44 cells a row would cost more than all else
    knownFrom: Number(known_from),
    knownTo: known_to === FOREVER ? null : Number(known_to),
  }
}

/** Stored standings of agreements; only what still holds unless `all`. */
export async function loadStandings(db: Db, ids: readonly number[], all: boolean): Promise<Kept[]> {
  const columns = Object.keys(STATE_COLUMNS).map((name) => `"${name}"`)
  const { rows } = await db.query(
    `select id, known_from, known_to, ${columns.join(', ')} from standing
     where agreement_id = any($1) ${all ? '' : `and known_to = ${FOREVER}`}`,
    [ids],
  )
  return rows.map(toKept)
}

/** Agreements in groups that relations connect. */
function components(agreements: readonly LedgerAgreement[]): LedgerAgreement[][] {
  const group = new Map(agreements.map((agreement) => [agreement.id, new Set([agreement])]))
  for (const { relations } of agreements) {
    for (const { fromId, toId } of relations) {
      const [a, b] = [group.get(fromId), group.get(toId)]
      if (!a || !b || a === b) continue
      for (const agreement of b) group.set(agreement.id, a.add(agreement))
    }
  }
  return [...new Set(group.values())].map((members) => [...members].sort((a, b) => a.id - b.id))
}

function idsOfComponent(component: readonly LedgerAgreement[]): StandingIds {
  const byReference = new Map(component.map((agreement) => [agreement.reference, agreement]))
  const find = (reference: string): LedgerAgreement => {
    const agreement = byReference.get(reference)
    if (!agreement) throw new Error(`${reference} is not in its own component`)
    return agreement
  }
  return {
    agreement: (reference) => find(reference).id,
    commitment: (reference, measure) =>
      find(reference).commitments.find((commitment) => commitment.measure === measure)?.id ?? null,
  }
}

/** How the agreements stood as of a change: the ledger's scope and currency are edited in place, their past is in the diffs. */
export type Remember = (agreement: LedgerAgreement, seq: number) => LedgerAgreement

const asNow: Remember = (agreement) => agreement

/** Walks the steps of one component and returns its standings, each with the stretch of knowledge over which it holds. */
function walk(
  component: readonly LedgerAgreement[],
  steps: readonly Step[],
  current: readonly Kept[],
  remember: Remember,
): Kept[] {
  const ids = idsOfComponent(component)
  const members = new Set(component.map(({ id }) => id))
  const kept: Kept[] = [...current]
  let open = new Map(current.map((item) => [fingerprint(item.record), item]))
  for (const { seq, at, agreements } of steps) {
    if (!agreements.some((id) => members.has(id))) continue
    const histories = component.map((agreement) => toHistory(remember(agreement, seq)))
    const next = new Map<string, Kept>()
    for (const row of standingRows(histories, at)) {
      const record = toRecord(row, ids)
      const print = fingerprint(record)
      const item = open.get(print) ?? { id: null, record, knownFrom: seq, knownTo: null }
      if (!open.delete(print)) kept.push(item)
      next.set(print, item)
    }
    for (const item of open.values()) item.knownTo = seq
    open = next
  }
  return kept
}

/** The standings that lib/domain computes from the whole ledger over all its changes; writes nothing. */
export function recompute(
  agreements: readonly LedgerAgreement[],
  steps: readonly Step[],
  remember: Remember,
): Kept[] {
  return components(agreements).flatMap((component) => walk(component, steps, [], remember))
}

/** Brings the standings up to the changes just written: what still holds stays, the rest is closed and opened at the change (house, standing). Returns the agreements that were computed anew. */
export async function advanceStandings(tx: Tx, steps: readonly Step[]): Promise<number[]> {
  const touched = await componentOf(tx, [...new Set(steps.flatMap((step) => step.agreements))])
  const agreements = await loadAgreements(tx, touched)
  const stored = groupBy(
    await loadStandings(tx, touched, false),
    (item) => item.record.agreement_id,
  )
  const kept = components(agreements).flatMap((component) =>
    walk(
      component,
      steps,
      component.flatMap(({ id }) => stored.get(id) ?? []),
      asNow,
    ),
  )
  await storeStandings(tx, kept)
  return touched
}

/** Writes what is new and closes what ended. */
export async function storeStandings(tx: Tx, kept: readonly Kept[]): Promise<void> {
  const closed = kept.filter((item) => item.id !== null && item.knownTo !== null)
  for (const batch of batches(closed)) {
    await tx.query(
      `update standing set known_to = r.known_to
       from jsonb_to_recordset($1::jsonb) as r(id bigint, known_to bigint) where standing.id = r.id`,
      [rowsJson(batch.map(({ id, knownTo }) => ({ id, known_to: knownTo })))],
    )
  }
  const fresh = kept.filter((item) => item.id === null)
  await copyRows(
    tx,
    'standing',
    [...Object.keys(STATE_COLUMNS), 'known_from', 'known_to'],
    fresh.map(({ record, knownFrom, knownTo }) => ({
      ...record,
      known_from: knownFrom,
      known_to: knownTo ?? FOREVER,
    })),
  )
}

/** Empties the table of standings, for a rebuild in the same transaction. */
export async function deleteStandings(tx: Tx): Promise<void> {
  await tx.query('delete from standing')
}
