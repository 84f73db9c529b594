import type { Instant } from '@/lib/domain/types'
import type { Change, Head } from './changes'
import type { Tx } from './client'
import { type RateRecord, writeRates } from './rates'
import type { AgreementRecord } from './record'
import { type TargetRecord, writeTargets } from './targets'
import { writeRecords } from './write'

/** One accepted write: about an agreement, or a target or rate that stands beside them. */
export type LedgerRecord = AgreementRecord | TargetRecord | RateRecord

/** Whether a record is about an agreement. */
export function isOfAgreement(record: LedgerRecord): record is AgreementRecord {
  return 'reference' in record
}

function isTarget(record: LedgerRecord): record is TargetRecord {
  return 'target' in record
}

function isRate(record: LedgerRecord): record is RateRecord {
  return 'rate' in record
}

/** Appends one Change per record behind `last` and writes what the records say; records of one kind are written together. Returns the changes in the order of the records. */
export async function writeLedger(
  tx: Tx,
  last: Head,
  records: readonly LedgerRecord[],
  now: Instant,
): Promise<Change[]> {
  if (records.every(isOfAgreement)) return writeRecords(tx, last, records, now)
  if (records.every(isTarget)) return writeTargets(tx, last, records, now)
  if (records.every(isRate)) return writeRates(tx, last, records, now)
  throw new Error('records of several kinds are not written together')
}
