import { z } from 'zod'
import { appendChanges, type Change, type ChangeDraft, chain, type Head } from './changes'
import type { Db, Tx } from './client'
import { insertRows } from './rows'

const rateRow = z.object({
  currency: z.string(),
  date: z.string(),
  rate: z.string(),
  source_url: z.string().nullable(),
})

/** A published rate as the ledger holds it: dirhams for one whole unit of the currency, exactly. */
export type LedgerRate = z.output<typeof rateRow>

/** A rate to write, with the change that brings it. */
export interface RateRecord {
  change: ChangeDraft
  rate: LedgerRate
  /** The change that recorded it, when what it recorded is taken back; absent: it is recorded. */
  takesBack?: number
}

/** What names a rate: the currency and its day. */
export function rateKey({ currency, date }: Pick<LedgerRate, 'currency' | 'date'>): string {
  return `${currency} ${date}`
}

/** The rates that hold, those recorded last, by currency and day. */
export async function loadRates(db: Db): Promise<Map<string, LedgerRate>> {
  const { rows } = await db.query(
    `select distinct on (currency, "on") currency, "on" as date, trim_scale(to_mad)::text as rate, source_url
     from rate where retracted is null order by currency, "on", recorded desc`,
  )
  return new Map(
    z
      .array(rateRow)
      .parse(rows)
      .map((rate) => [rateKey(rate), rate]),
  )
}

const COLUMNS = {
  currency: 'text',
  on: 'date',
  to_mad: 'numeric',
  source_url: 'text',
  recorded: 'bigint',
}

/** Appends one Change per record behind `last` and its rate; one that differs from what was known stands beside it and holds from then on, and when it is taken back the earlier one holds again. */
export async function writeRates(
  tx: Tx,
  last: Head,
  records: readonly RateRecord[],
  now: number,
): Promise<Change[]> {
  const changes = chain(
    last,
    records.map(({ change }) => change),
    now,
  )
  await appendChanges(tx, changes)
  const rows = records.map(({ rate, takesBack }, index) => ({
    ...{ currency: rate.currency, on: rate.date, to_mad: rate.rate, source_url: rate.source_url },
    recorded: changes[index]?.seq,
    takesBack,
  }))
  const said = rows.filter(({ takesBack }) => takesBack === undefined)
  await insertRows(tx, 'rate', COLUMNS, said)
  const gone = rows.filter(({ takesBack }) => takesBack !== undefined)
  await tx.query(
    `update rate set retracted = gone.seq from unnest($1::bigint[], $2::bigint[]) gone (recorded, seq)
     where rate.recorded = gone.recorded`,
    [gone.map(({ takesBack }) => takesBack), gone.map(({ recorded }) => recorded)],
  )
  return changes
}
