import { dayOf } from '@/lib/clock'
import type { Instant } from '@/lib/domain/types'
import {
  citationsOf,
  takeBackAgreements,
  touchAgreements,
  writeDescriptions,
  writeParticipants,
} from './agreements'
import { appendChanges, type Change, chain, type Head } from './changes'
import type { Tx } from './client'
import {
  commitmentIds,
  insertEvents,
  insertFacts,
  insertRelations,
  retract,
  retractRelations,
  writeCommitments,
} from './facts'
import { idsOf } from './ledger'
import { writeOwners } from './owners'
import type { AgreementRecord } from './record'
import { ensureSources } from './sources'
import { advanceStandings } from './standings'
import { tellOfChanges, tellOfDays, wantedEvents } from './webhook-events'

interface Placed extends AgreementRecord {
  seq: number
  at: Instant
}

// Every fact and event names its source, also one that the agreement's list does not hold.
function allCitations(placed: readonly Placed[]) {
  return placed.flatMap(({ description, facts, events }) => [
    ...(description ? citationsOf(description) : []),
    ...[...facts, ...events].flatMap(({ source }) => (source ? [source] : [])),
  ])
}

async function writeDescribed(tx: Tx, placed: readonly Placed[]) {
  const described = placed.flatMap(({ reference, seq, create, description }) =>
    description ? [{ reference, seq, create, description }] : [],
  )
  await writeDescriptions(tx, described)
  const references = placed.flatMap(({ reference, relations, retractRelations: gone }) => [
    reference,
    ...[...relations, ...gone].map(({ to }) => to),
  ])
  const ids = await idsOf(tx, [...new Set(references)])
  const idOf = (reference: string): number => {
    const id = ids.get(reference)
    if (id === undefined) throw new Error(`no agreement ${reference}`)
    return id
  }
  await writeParticipants(tx, described, idOf)
  return idOf
}

/**
 * Appends one Change per record behind `last`, writes what the records say and brings the standings up to it, in the
 * caller's transaction, which holds the chain (lockChain); what webhooks are told of it is kept with it. Returns the changes in the order of the records.
 */
export async function writeRecords(
  tx: Tx,
  last: Head,
  records: readonly AgreementRecord[],
  now: Instant,
): Promise<Change[]> {
  const wanted = await wantedEvents(tx)
  // What the day brought comes before what the write brings.
  await tellOfDays(tx, wanted, dayOf(now), now)
  const changes = chain(
    last,
    records.map(({ change }) => change),
    now,
  )
  await appendChanges(tx, changes)
  const placed = records.map((record, index): Placed => {
    const { seq, at } = changes[index] ?? last // one change was made per record
    return { ...record, seq, at }
  })
  const idOf = await writeDescribed(tx, placed)
  const each = <T extends object>(items: (record: Placed) => readonly T[]) =>
    placed.flatMap((record) =>
      items(record).map((item) => ({
        ...item,
        agreementId: idOf(record.reference),
        seq: record.seq,
      })),
    )
  const retracted = (ids: (record: Placed) => readonly number[]) =>
    placed.flatMap((record) => ids(record).map((id) => ({ id, seq: record.seq })))
  await retract(
    tx,
    'fact',
    retracted((record) => record.retractFacts),
  )
  await retract(
    tx,
    'event',
    retracted((record) => record.retractEvents),
  )
  const gone = each((record) => record.retractRelations)
  await retractRelations(
    tx,
    gone.map(({ agreementId, to, kind, seq }) => ({
      fromId: agreementId,
      toId: idOf(to),
      kind,
      seq,
    })),
  )
  await writeCommitments(
    tx,
    each((record) => record.commitments),
  )
  const sourceId = await ensureSources(tx, allCitations(placed))
  const touched = placed.map(({ reference, seq }) => ({ id: idOf(reference), seq }))
  const commitmentId = await commitmentIds(
    tx,
    touched.map(({ id }) => id),
  )
  await insertFacts(
    tx,
    each((record) => record.facts),
    commitmentId,
    sourceId,
  )
  await insertEvents(
    tx,
    each((record) => record.events),
    sourceId,
  )
  await insertRelations(
    tx,
    each((record) => record.relations),
    idOf,
  )
  await touchAgreements(tx, touched)
  await writeOwners(
    tx,
    placed.flatMap(({ reference, owner }) =>
      owner === undefined ? [] : [{ id: idOf(reference), owner }],
    ),
  )
  await takeBackAgreements(
    tx,
    placed
      .filter(({ takenBack }) => takenBack)
      .map(({ reference, seq }) => ({ id: idOf(reference), seq })),
  )
  const computed = await advanceStandings(
    tx,
    placed.map(({ seq, at, reference }) => ({ seq, at, agreements: [idOf(reference)] })),
  )
  await tellOfChanges(tx, wanted, { first: last.seq + 1, agreements: computed, day: dayOf(now) })
  return changes
}
