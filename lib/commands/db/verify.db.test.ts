import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { disconnect, transaction } from '@/lib/data/client'
import { Unauthenticated } from '@/lib/errors'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { type Verification, verifyLedger } from '@/lib/features/ledger/verify-ledger'
import { inWords } from './verify'

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

const RENUMBERED = (from: number, by: number) =>
  `update change set seq = -seq - ${by} where seq >= ${from}; update change set seq = -seq where seq < 0`

test.each<[string, string, object, string]>([
  [
    'changed',
    `update change set diff = jsonb_set(diff, '{created,jobs}', '"9999"') where seq = 40`,
    { kind: 'changed', seq: 40, to: 40 },
    'change 40 was changed, or change 39 together with its hash',
  ],
  [
    'given to somebody else',
    `update change set actor = 'somebody' where seq = 40`,
    { kind: 'changed', seq: 40, to: 40 },
    'change 40 was changed, or change 39 together with its hash',
  ],
  [
    'dated a second earlier',
    `update change set at = at - interval '1 second' where seq = 40`,
    { kind: 'changed', seq: 40, to: 40 },
    'change 40 was changed, or change 39 together with its hash',
  ],
  [
    'given another hash',
    `update change set hash = decode(repeat('07', 32), 'hex') where seq = 40`,
    { kind: 'hash', seq: 40, to: 40 },
    'change 40 has another hash than was written',
  ],
  [
    'removed',
    'delete from change where seq = 40',
    { kind: 'removed', seq: 40, to: 40 },
    'change 40 was removed',
  ],
  [
    'removed with those after it',
    'delete from change where seq between 40 and 42',
    { kind: 'removed', seq: 40, to: 42 },
    'changes 40 to 42 were removed',
  ],
  [
    'removed, and the rest renumbered',
    `delete from change where seq = 40; ${RENUMBERED(41, -1)}`,
    { kind: 'cut', seq: 40, to: 40 },
    'before change 40 one was removed, and the rest renumbered',
  ],
  [
    'exchanged',
    `update change set seq = -41 where seq = 40; update change set seq = 40 where seq = 41; update change set seq = 41 where seq = -41`,
    { kind: 'exchanged', seq: 40, to: 41 },
    "changes 40 and 41 stand in each other's place",
  ],
  [
    'inserted',
    `${RENUMBERED(40, 1)};
     insert into change select 40, at + interval '1 microsecond', 'x', verb, reason, 'INVENTED', diff, null, null, null, hash from change where seq = 39`,
    { kind: 'inserted', seq: 40, to: 40 },
    'change 40 was inserted',
  ],
])('a change that was %s is found, and named in the terminal', async (_, sql, broken, printed) => {
  const free = 'alter table change drop constraint if exists change_seq_range'
  const { breaks } = await tamperedWith(`${free}; ${sql}`)
  expect(breaks).toEqual([broken])
  expect(breaks.map(inWords)).toEqual([printed])
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
