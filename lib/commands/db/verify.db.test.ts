import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminal, visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { renumbered, restoreLog, TAMPERINGS, tamper } from '@/lib/data/testing/tamper'
import { Unauthenticated } from '@/lib/errors'
import { seedPortfolio } from '@/lib/features/imports/seed-portfolio'
import { type Verification, verifyLedger } from '@/lib/features/ledger/verify-ledger'
import { inWords } from './verify'

beforeAll(async () => {
  await seedPortfolio()
})
afterAll(disconnect)

/** What a verification finds after somebody with all rights has altered rows; undone afterwards. */
async function tamperedWith(sql: string, kept = honest.head): Promise<Verification> {
  await tamper(sql)
  try {
    return await verifyLedger(terminal(), kept)
  } finally {
    await restoreLog()
  }
}

let honest: Verification

test('the shipped portfolio is whole, and its head is that of change 93', async () => {
  honest = await verifyLedger(terminal(), null)
  expect(honest).toMatchObject({ breaks: [], orphans: [], keptHolds: null, head: { seq: 93 } })
  expect(await verifyLedger(terminal(), honest.head)).toMatchObject({ keptHolds: true })
})

test('only the machine’s own terminal verifies', async () => {
  await expect(verifyLedger(visitor('public'), null)).rejects.toBeInstanceOf(Unauthenticated)
})

test.each<[string, string, object, string]>([
  [
    'changed',
    TAMPERINGS.changed,
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
  ['removed', TAMPERINGS.removed, { kind: 'removed', seq: 40, to: 40 }, 'change 40 was removed'],
  [
    'removed with those after it',
    'delete from change where seq between 40 and 42',
    { kind: 'removed', seq: 40, to: 42 },
    'changes 40 to 42 were removed',
  ],
  [
    'removed, and the rest renumbered',
    `delete from change where seq = 40; ${renumbered(41, -1)}`,
    { kind: 'cut', seq: 40, to: 40 },
    'before change 40 one was removed, and the rest renumbered',
  ],
  [
    'exchanged',
    TAMPERINGS.exchanged,
    { kind: 'exchanged', seq: 40, to: 41 },
    "changes 40 and 41 stand in each other's place",
  ],
  [
    'inserted',
    TAMPERINGS.inserted,
    { kind: 'inserted', seq: 40, to: 40 },
    'change 40 was inserted',
  ],
])('a change that was %s is found, and named in the terminal', async (_, sql, broken, printed) => {
  const { breaks } = await tamperedWith(sql)
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
