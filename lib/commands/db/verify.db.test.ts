import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { disconnect, transaction } from '@/lib/data/client'
import { Unauthenticated } from '@/lib/errors'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { type Verification, verifyLedger } from '@/lib/features/ledger/verify-ledger'

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

/** What a verification finds after somebody with all rights has switched the rules off and altered rows; undone afterwards. */
async function tamperedWith(sql: string, kept = honest.head): Promise<Verification> {
  await transaction((tx) => tx.query(`${OFF}; create table kept_change as table change; ${sql}`))
  try {
    return await verifyLedger(terminal(), kept)
  } finally {
    await transaction((tx) =>
      tx.query(
        `${OFF}; delete from change; insert into change select * from kept_change; drop table kept_change; ${ON}`,
      ),
    )
  }
}

const OFF = 'alter table change disable trigger user'
const ON = 'alter table change enable trigger user'
let honest: Verification

test('the shipped portfolio is whole, and its head is that of change 93', async () => {
  honest = await verifyLedger(terminal(), null)
  expect(honest).toMatchObject({ breaks: [], orphans: [], keptHolds: null, head: { seq: 93 } })
  expect(await verifyLedger(terminal(), honest.head)).toMatchObject({ keptHolds: true })
})

test('only the machine’s own terminal verifies', async () => {
  await expect(verifyLedger(visitor('public'), null)).rejects.toBeInstanceOf(Unauthenticated)
})

test.each([
  [
    'changed',
    `update change set diff = jsonb_set(diff, '{created,jobs}', '"9999"') where seq = 40`,
    { kind: 'changed', seq: 40, to: 40 },
  ],
  ['removed', 'delete from change where seq = 40', { kind: 'removed', seq: 40, to: 40 }],
  [
    'exchanged',
    `update change set seq = -41 where seq = 40; update change set seq = 40 where seq = 41; update change set seq = 41 where seq = -41`,
    { kind: 'exchanged', seq: 40, to: 41 },
  ],
  [
    'inserted',
    `update change set seq = -seq - 1 where seq >= 40; update change set seq = -seq where seq < 0;
     insert into change select 40, at + interval '1 microsecond', 'x', verb, reason, 'INVENTED', diff, null, null, null, hash from change where seq = 39`,
    { kind: 'inserted', seq: 40, to: 40 },
  ],
])('a change that was %s is named', async (_, sql, broken) => {
  const free = 'alter table change drop constraint if exists change_seq_range'
  const { breaks } = await tamperedWith(`${free}; ${sql}`)
  expect(breaks).toEqual([broken])
})

test('the last changes cut off: the chain alone is whole, but not the records and not the kept head', async () => {
  const { breaks, orphans, keptHolds, head } = await tamperedWith(
    'delete from change where seq > 73',
  )
  expect(breaks).toEqual([])
  expect(head.seq).toBe(73)
  expect(keptHolds).toBe(false)
  expect(orphans.map(({ table, column, seq }) => [table, column, seq])).toEqual(
    expect.arrayContaining([
      ['fact', 'recorded', 74],
      ['target', 'recorded', 85],
    ]),
  )
})

test('the ledger of the other tests was not harmed', async () => {
  expect(await verifyLedger(terminal(), null)).toEqual(honest)
})
