import type { LedgerEvent } from '@/lib/data/ledger'
import type { NewEvent } from '@/lib/data/record'
import { lastOfPeriod } from '@/lib/domain/deadline'
import { type EventRow, type enteredEvent, eventRow, IMPORT_COLUMNS } from '@/lib/schemas/import'
import { type Cells, difference } from './agreement-cells'
import {
  type Batch,
  changedChange,
  createdChange,
  emptyPlan,
  type Ledger,
  type Plan,
  readRow,
  refuseTwice,
  settle,
} from './plan'
import { factRecord } from './plan-reports'
import { type FileRow, refuse } from './refusal'
import { ROW_KEYS } from './row-keys'

const VERB = 'import.event'
const KEY = ROW_KEYS.events

function cellsOfEvent(reference: string, event: LedgerEvent): Cells {
  return {
    reference,
    kind: event.kind,
    on: event.onText ?? '',
    reason: event.reason ?? '',
    as_stated: event.asStated ?? '',
    source_url: event.url ?? '',
    source_publisher: event.publisher ?? '',
    source_date: event.publishedOn ?? '',
    source_attachment: event.attachment ?? '',
  }
}

function eventOf(row: EventRow): NewEvent {
  return {
    kind: row.kind,
    on: row.on && lastOfPeriod(row.on),
    onText: row.on,
    source: {
      url: row.source_url,
      attachment: row.source_attachment,
      publisher: row.source_publisher,
      publishedOn: row.source_date,
      language: null,
    },
    asStated: row.as_stated,
    reason: row.reason,
  }
}

/** What the rows of an events file would write: a changed event retracts the old statement and appends the new one (contract, section 5). */
export function planEvents(
  rows: readonly FileRow[],
  ledger: Ledger,
  batch: Batch,
  schema: typeof eventRow | typeof enteredEvent = eventRow,
): Plan {
  const plan = emptyPlan()
  for (const row of refuseTwice(rows, KEY, plan)) {
    const reference = (row.cells.reference ?? '').trim()
    const agreement = ledger.get(reference)
    const held = agreement?.events.find(
      (event) =>
        event.retracted === null &&
        event.kind === (row.cells.kind ?? '').trim() &&
        (event.onText ?? '') === (row.cells.on ?? '').trim(),
    )
    const before = held && cellsOfEvent(reference, held)
    const full = { ...row, cells: { ...before, ...row.cells } }
    const typed = readRow<EventRow>(schema, IMPORT_COLUMNS.events, full, plan)
    if (!typed) continue
    if (!agreement) {
      plan.refused.push(
        refuse(row, 'reference', { code: 'reference_unknown', values: { reference } }),
      )
      continue
    }
    const now: Cells = Object.fromEntries(
      Object.entries(typed).map(([column, text]) => [column, text ?? '']),
    )
    const changed = before && difference(before, now)
    if (changed && Object.keys(changed).length === 0) {
      settle(plan, row, 'unchanged', reference)
      continue
    }
    settle(plan, row, held ? 'updated' : 'created', reference, changed)
    const key = Object.fromEntries(KEY.map((column) => [column, now[column] ?? '']))
    plan.records.push({
      ...factRecord(
        reference,
        changed
          ? changedChange(batch, VERB, reference, changed, key)
          : createdChange(batch, VERB, reference, now),
        [],
        [],
      ),
      events: [eventOf(typed)],
      retractEvents: held ? [held.id] : [],
    })
  }
  return plan
}
