import { z } from 'zod'
import { printDeadline } from '@/lib/domain/literal'
import {
  COMPARATORS,
  type Deadline,
  MEASURES,
  type Quantity,
  REGIONS,
  SECTORS,
} from '@/lib/domain/types'
import { appendChanges, type Change, type ChangeDraft, chain, type Head } from './changes'
import type { Db, Tx } from './client'
import { toDeadline } from './mappers'
import { insertRows, recordset, rowsJson } from './rows'

const text = z.string().nullable()
const amount = z.string().transform(BigInt).nullable()

const targetRow = z.object({
  code: z.string(),
  title: z.string(),
  programme: z.string(),
  measure: z.enum(MEASURES),
  comparator: z.enum(COMPARATORS),
  low: amount,
  high: amount,
  currency: text,
  deadline: text,
  baseline: amount,
  baseline_date: text,
  sector: z.enum(SECTORS).nullable(),
  region: z.enum(REGIONS),
  source_url: text,
  source_date: text,
  as_stated: text,
  notes: text,
})

type Row = z.output<typeof targetRow>

/** A national target as the ledger holds it; amounts in persons or minor units. */
export interface LedgerTarget extends Omit<Row, 'comparator' | 'low' | 'high' | 'deadline'> {
  quantity: Quantity
  deadline: Deadline | null
}

/** A target to write, with the change that brings it. */
export interface TargetRecord {
  change: ChangeDraft
  create: boolean
  /** It was brought into the ledger by what is undone. */
  takenBack?: boolean
  target: LedgerTarget
}

/** Every target that stands, by code. */
export async function loadTargets(db: Db): Promise<Map<string, LedgerTarget>> {
  const { rows } = await db.query('select * from target where retracted is null order by id')
  return new Map(
    rows.map((row) => {
      const { comparator, low, high, deadline, ...target } = targetRow.parse(row)
      const quantity = { comparator, low, high, missing: null }
      return [target.code, { ...target, quantity, deadline: toDeadline(deadline) }]
    }),
  )
}

const COLUMNS = {
  code: 'text',
  title: 'text',
  programme: 'text',
  measure: 'text',
  comparator: 'text',
  low: 'bigint',
  high: 'bigint',
  currency: 'text',
  deadline: 'text',
  baseline: 'bigint',
  baseline_date: 'text',
  sector: 'text',
  region: 'text',
  source_url: 'text',
  source_date: 'text',
  as_stated: 'text',
  notes: 'text',
  recorded: 'bigint',
  updated: 'bigint',
}

/** Appends one Change per record behind `last` and writes the targets, in the caller's transaction, which holds the chain. */
export async function writeTargets(
  tx: Tx,
  last: Head,
  records: readonly TargetRecord[],
  now: number,
): Promise<Change[]> {
  const changes = chain(
    last,
    records.map(({ change }) => change),
    now,
  )
  await appendChanges(tx, changes)
  const rows = records.map(({ create, target: { quantity, deadline, ...target } }, index) => ({
    ...target,
    ...quantity,
    deadline: deadline && printDeadline(deadline),
    recorded: changes[index]?.seq,
    updated: changes[index]?.seq,
    create,
  }))
  await insertRows(
    tx,
    'target',
    COLUMNS,
    rows.filter(({ create }) => create),
  )
  const editable = Object.keys(COLUMNS).filter((name) => !['code', 'recorded'].includes(name))
  await tx.query(
    `update target t set ${editable.map((name) => `"${name}" = r."${name}"`).join(', ')}, version = t.version + 1
     from ${recordset(COLUMNS)} where t.code = r.code and t.retracted is null`,
    [rowsJson(rows.filter(({ create }) => !create))],
  )
  const gone = records.flatMap(({ takenBack, target }, index) =>
    takenBack ? [{ code: target.code, seq: changes[index]?.seq }] : [],
  )
  await tx.query(
    `update target t set retracted = gone.seq from unnest($1::text[], $2::bigint[]) gone (code, seq)
     where t.code = gone.code and t.retracted is null`,
    [gone.map(({ code }) => code), gone.map(({ seq }) => seq)],
  )
  return changes
}
