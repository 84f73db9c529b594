import { afterAll, beforeAll, expect, test } from 'vitest'
import { testAccount } from '@/lib/auth/testing/accounts'
import { accountViewer, terminal, type Viewer } from '@/lib/auth/viewer'
import { whatIsWritten } from '@/lib/commands/actions/written'
import { disconnect, pool } from '@/lib/data/client'
import { assignOwner } from '@/lib/features/agreements/assign-owner'
import { undoChange } from '@/lib/features/changes/undo-change'
import { importFile } from '@/lib/features/imports/import-file'
import { proposeFile } from '@/lib/features/imports/propose-file'
import { verifyLedger } from '@/lib/features/ledger/verify-ledger'
import { acceptImport } from '@/lib/features/proposals/accept-import'
import { acceptMany } from '@/lib/features/proposals/accept-many'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { createProposal } from '@/lib/features/proposals/create-proposal'
import { parsePayload } from '@/lib/schemas/proposal'

const clock = Date.now
let author: Viewer
let reviewer: Viewer
let number = 0

beforeAll(async () => {
  const [editor, second] = [await testAccount('editor'), await testAccount('reviewer')]
  author = accountViewer({ id: editor.id, role: 'editor', region: null })
  reviewer = accountViewer({ id: second.id, role: 'reviewer', region: null })
  await pool().query(
    `create function fail() returns trigger language plpgsql as $$ begin raise exception 'injected'; end $$`,
  )
})
afterAll(disconnect)

const next = () => {
  number += 1
  return number
}
const cells = (more: object = {}) => ({
  ...{ title: 'A plant', type: 'mou', binding: 'unknown', company: `Company ${next()}` },
  ...{ signed_on: '2024-01-15', sector: 'rail', region: 'MA-04', jobs_measure: 'net_new_jobs' },
  ...{ jobs_scope: 'direct', jobs: '1000', deadline: 'by 2027', baseline_headcount: '50' },
  ...{ amount_missing: 'not_stated', source_url: 'https://example.org/a', ...more },
})
type Kind = Parameters<typeof createProposal>[0]['kind']
const handIn = (kind: Kind, reference: string | null, body: object) =>
  createProposal({
    ...{ viewer: author, kind, reference, submit: true, clock },
    payload: parsePayload(kind, body),
  })
const entered = () => handIn('agreement', null, cells())
const accept = ({ id, version }: { id: string; version: number }) =>
  acceptProposal({ viewer: reviewer, id, version, clock })
const published = async () => accept(await entered())
const source = { source_url: 'https://example.org/b' }

/** Something handed in about an agreement of its own, to be accepted. */
const about = (kind: Kind, body: object) => async () => {
  const { reference } = await published()
  const one = await handIn(kind, reference, { ...body })
  return () => accept(one)
}
async function eventOf(reference: string): Promise<string> {
  const { rows } = await pool().query(
    'select e.id from event e join agreement a on a.id = e.agreement_id where a.reference = $1',
    [reference],
  )
  return String(rows[0]?.id)
}
const file = () => {
  const rows = [cells({ reference: `F-${next()}` }), cells({ reference: `F-${next()}` })]
  const names = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => Object.values(row).join(','))
  return Buffer.from(`${[names.join(','), ...lines].join('\n')}\n`)
}

/** Everything that writes to the ledger, prepared up to its last step, and how many changes it is. */
const MUTATIONS: [string, number, () => Promise<() => Promise<unknown>>][] = [
  [
    'an agreement accepted',
    1,
    async () => {
      const one = await entered()
      return () => accept(one)
    },
  ],
  [
    'a report accepted',
    1,
    about('report', {
      ...{ data_date: '2025-12-31', kind: 'headcount', value: '300', evidence: 'verified' },
      ...source,
    }),
  ],
  [
    'an amendment accepted',
    1,
    about('amendment', {
      ...{ measure: 'net_new_jobs', kind: 'amendment', effective_on: '2025-01-01' },
      ...{ quantity: '1400', deadline: 'by 2028', ...source },
    }),
  ],
  ['an edit accepted', 1, about('edit', { title: 'Another title', reason: 'The paper says so' })],
  [
    'an event accepted',
    1,
    about('event', { kind: 'suspended', on: '2025-03', reason: 'Flood', ...source }),
  ],
  [
    'a retraction accepted',
    1,
    async () => {
      const { reference } = await published()
      const what = { kind: 'annotation', reason: 'Site under water', on: '2025-03', ...source }
      await accept(await handIn('event', reference, what))
      const gone = { what: 'event', id: await eventOf(reference), reason: 'Never happened' }
      const one = await handIn('retraction', reference, gone)
      return () => accept(one)
    },
  ],
  [
    'two accepted together',
    2,
    async () => {
      const items = [await entered(), await entered()]
      return () => acceptMany({ viewer: reviewer, items, clock })
    },
  ],
  [
    'a brought file accepted',
    2,
    async () => {
      const brought = { viewer: author, kind: 'agreements' as const, fileName: 'plants.csv' }
      const done = await proposeFile({
        ...{ ...brought, file: file(), dryRun: false, submit: true, clock },
      })
      return () => acceptImport({ viewer: reviewer, id: done.batch ?? '', clock })
    },
  ],
  [
    'a file imported from the terminal',
    2,
    async () => {
      const one = { viewer: terminal(), kind: 'agreements' as const, file: file() }
      return () => importFile({ ...one, dryRun: false, clock })
    },
  ],
  [
    'an agreement handed over',
    1,
    async () => {
      const { reference } = await published()
      const handed = { viewer: reviewer, reference, owner: null, seen: author.name, clock }
      return () => assignOwner(handed)
    },
  ],
  [
    'a change undone',
    1,
    async () => {
      const { change } = await published()
      return () => undoChange({ viewer: reviewer, seq: change, reason: null, clock })
    },
  ],
]

/** Between any two of the writes that a mutation is made of. */
const BETWEEN = [
  ...['after insert on change', 'before insert on agreement', 'before update on agreement'],
  ...['before insert on fact', 'before update on fact', 'before insert on event'],
  ...['before update on event', 'before insert on standing', 'before update on proposal'],
]

const changes = async () =>
  Number((await pool().query('select count(*) as n from change')).rows[0]?.n)

test.each(MUTATIONS)(
  '%s is %i change, or with a fault between its writes nothing at all',
  async (_, count, prepare) => {
    let run = await prepare()
    let injured = 0
    for (const point of BETWEEN) {
      const before = await whatIsWritten()
      const written = await changes()
      await pool().query(`create trigger fault ${point} for each row execute function fail()`)
      const failed = await run().then(
        () => false,
        (error: unknown) => {
          expect(String(error)).toContain('injected')
          return true
        },
      )
      await pool().query(`drop trigger fault on ${point.split(' ').at(-1)}`)
      expect(await changes()).toBe(failed ? written : written + count)
      if (failed) expect([point, await whatIsWritten()]).toEqual([point, before])
      else run = await prepare() // it writes nothing there
      injured += Number(failed)
    }
    expect(injured).toBeGreaterThanOrEqual(2)
    const written = await changes()
    await run()
    expect(await changes()).toBe(written + count)
  },
)

test('after all of it the chain is whole and every record names its change', async () => {
  const { breaks, orphans } = await verifyLedger(terminal(), null)
  expect([breaks, orphans]).toEqual([[], []])
})
