import { transaction } from '@/lib/data/client'

const OFF = 'alter table change disable trigger user'
const ON = 'alter table change enable trigger user'
const FREE = 'alter table change drop constraint if exists change_seq_range'

/** Alters the log as somebody with all rights of the database's owner can: rules off, whatever `sql` says, and what stood there kept aside. */
export async function tamper(sql: string): Promise<void> {
  await transaction((tx) =>
    tx.query(`${OFF}; ${FREE}; create table kept_change as table change; ${sql}`),
  )
}

/** Puts back what stood there before. */
export async function restoreLog(): Promise<void> {
  await transaction((tx) =>
    tx.query(
      `${OFF}; delete from change; insert into change select * from kept_change; drop table kept_change; ${ON}`,
    ),
  )
}

/** Gives every change from one on another number. */
export function renumbered(from: number, by: number): string {
  return `update change set seq = -seq - ${by} where seq >= ${from}; update change set seq = -seq where seq < 0`
}

/** One way of each kind to alter change 40, or its place. */
export const TAMPERINGS = {
  changed: `update change set diff = jsonb_set(diff, '{created,jobs}', '"9999"') where seq = 40`,
  removed: 'delete from change where seq = 40',
  exchanged:
    'update change set seq = -41 where seq = 40; update change set seq = 40 where seq = 41; update change set seq = 41 where seq = -41',
  inserted: `${renumbered(40, 1)};
     insert into change select 40, at + interval '1 microsecond', 'x', verb, reason, 'INVENTED', diff, null, null, null, hash from change where seq = 39`,
} as const
