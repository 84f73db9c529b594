import { type LedgerRate, type RateRecord, rateKey } from '@/lib/data/rates'
import { IMPORT_COLUMNS, rateRow } from '@/lib/schemas/import'
import { type Cells, difference } from './agreement-cells'
import {
  type Batch,
  changedChange,
  createdChange,
  emptyPlan,
  type Plan,
  readRow,
  refuseTwice,
  settle,
} from './plan'
import type { FileRow } from './refusal'
import { ROW_KEYS } from './row-keys'

const VERB = 'import.rate'

/** What a rates file says of a rate. */
export function cellsOfRate({ source_url: url, ...words }: LedgerRate): Cells {
  return { ...words, source_url: url ?? '' }
}

/** What the rows of a rates file would write: a rate that differs is recorded beside the old one, which was known until then. */
export function planRates(
  rows: readonly FileRow[],
  held: ReadonlyMap<string, LedgerRate>,
  batch: Batch,
): Plan<RateRecord> {
  const plan = emptyPlan<RateRecord>()
  for (const row of refuseTwice(rows, ROW_KEYS.rates, plan)) {
    const rate = readRow(rateRow, IMPORT_COLUMNS.rates, row, plan)
    if (!rate) continue
    const key = rateKey(rate)
    const current = held.get(key)
    const changed = current && difference(cellsOfRate(current), cellsOfRate(rate))
    if (changed && Object.keys(changed).length === 0) {
      settle(plan, row, 'unchanged', key)
      continue
    }
    settle(plan, row, current ? 'updated' : 'created', key, changed ?? null)
    const change = changed
      ? changedChange(batch, VERB, key, changed)
      : createdChange(batch, VERB, key, cellsOfRate(rate))
    plan.records.push({ change, rate })
  }
  return plan
}
