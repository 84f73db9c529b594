import { afterAll, beforeAll, expect, test } from 'vitest'
import { testAccount } from '@/lib/auth/testing/accounts'
import { accountViewer, type Viewer, visitor } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import type { Region, Role } from '@/lib/domain/types'
import { Forbidden, InvalidInput, NotFound, Refused, Unauthenticated } from '@/lib/errors'
import { assignOwner } from '@/lib/features/agreements/assign-owner'
import { getOwner } from '@/lib/features/agreements/get-owner'
import { listChase } from '@/lib/features/calendar/list-chase'
import { getHistory } from '@/lib/features/changes/get-history'
import { undoChange } from '@/lib/features/changes/undo-change'
import { verifyLedger } from '@/lib/features/ledger/verify-ledger'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { createProposal } from '@/lib/features/proposals/create-proposal'
import { parseFilters } from '@/lib/schemas/filters'
import { parsePayload } from '@/lib/schemas/proposal'

afterAll(disconnect)

const clock = Date.now
interface Somebody {
  id: string
  viewer: Viewer
}
let amina: Somebody
let hassan: Somebody
let northern: Somebody
let rachid: Somebody
let auditor: Somebody

async function somebody(name: string, role: Role, region: Region | null = null): Promise<Somebody> {
  const { id } = await testAccount(role, { name, region })
  return { id, viewer: accountViewer({ id, role, region }) }
}

beforeAll(async () => {
  amina = await somebody('Amina', 'editor')
  hassan = await somebody('Hassan', 'editor', 'MA-06')
  northern = await somebody('Nadia', 'editor', 'MA-01')
  rachid = await somebody('Rachid', 'reviewer')
  auditor = await somebody('Omar', 'auditor')
})

/** An agreement of Amina's that Rachid has accepted. */
async function published(company: string, region: Region = 'MA-06'): Promise<string> {
  const payload = parsePayload('agreement', {
    ...{ title: `A plant of ${company}`, type: 'mou', binding: 'unknown', company, region },
    ...{ signed_on: '2024-01-15', sector: 'rail', jobs_measure: 'net_new_jobs', jobs: '1000' },
    ...{ jobs_scope: 'direct', deadline: 'by 2090', amount_missing: 'not_applicable' },
    ...{ lifecycle: 'signed', source_url: 'https://example.org/a' },
  })
  const made = { viewer: amina.viewer, kind: 'agreement' as const, reference: null, payload, clock }
  const { id, version } = await createProposal({ ...made, submit: true })
  return (await acceptProposal({ viewer: rachid.viewer, id, version, clock })).reference
}

const assign = (by: Somebody, reference: string, owner: string | null, seen: string | null) =>
  assignOwner({ viewer: by.viewer, reference, owner, seen, clock })

async function rowOf(reference: string) {
  const { rows } = await pool().query('select owner, version from agreement where reference = $1', [
    reference,
  ])
  return rows[0]
}
async function counts() {
  const { rows } = await pool().query(
    'select (select count(*) from change)::int as changes, (select count(*) from fact)::int as facts',
  )
  return rows[0]
}
const codeOf = (work: Promise<unknown>) =>
  work.catch((error: unknown) => (error instanceof Refused ? error.code : error))

test('whoever entered an agreement looks after it once it is accepted', async () => {
  const reference = await published('Acme')
  expect(await rowOf(reference)).toEqual({ owner: amina.id, version: 1 })
  const ownership = await getOwner(amina.viewer, { reference, region: 'MA-06' })
  expect(ownership?.owner).toEqual({ id: amina.id, name: 'Amina' })
  // Hassan writes in MA-06, Nadia does not; an auditor enters nothing.
  expect(ownership?.possible.map(({ name }) => name)).toEqual(['Amina', 'Hassan', 'Rachid'])
})

test('the owner hands over in one change that touches no fact and no version', async () => {
  const reference = await published('Borj')
  const before = await counts()
  const seq = await assign(amina, reference, hassan.id, amina.id)
  expect(await counts()).toEqual({ changes: before.changes + 1, facts: before.facts })
  expect(await rowOf(reference)).toEqual({ owner: hassan.id, version: 1 })
  const { rows } = await pool().query('select seq::int, diff from change order by seq desc limit 1')
  expect(rows[0]).toEqual({ seq, diff: { owner: [amina.id, hassan.id] } })
  // A second press of the same button changes nothing.
  expect(await assign(amina, reference, hassan.id, amina.id)).toBeNull()
  expect((await counts()).changes).toBe(before.changes + 1)
  // It is not hers any more.
  await expect(assign(amina, reference, amina.id, hassan.id)).rejects.toBeInstanceOf(Forbidden)
  const verified = await verifyLedger(auditor.viewer, null)
  expect([verified.breaks, verified.orphans]).toEqual([[], []])
})

test('of two who change the owner the second is told', async () => {
  const reference = await published('Cedre')
  await assign(amina, reference, hassan.id, amina.id)
  expect(await codeOf(assign(rachid, reference, rachid.id, amina.id))).toBe('owner_moved')
  expect((await rowOf(reference)).owner).toBe(hassan.id)
})

test('only accounts that enter for the region can look after it; others may not say who does', async () => {
  const reference = await published('Dune')
  for (const owner of [northern.id, auditor.id, 'nobody-of-that-id'])
    await expect(assign(rachid, reference, owner, amina.id)).rejects.toBeInstanceOf(InvalidInput)
  for (const by of [hassan, northern, auditor])
    await expect(assign(by, reference, hassan.id, amina.id)).rejects.toBeInstanceOf(Forbidden)
  const stranger = { id: 'public', viewer: visitor('public') }
  await expect(assign(stranger, reference, null, amina.id)).rejects.toBeInstanceOf(Unauthenticated)
  await expect(assign(rachid, 'NO-SUCH', null, null)).rejects.toBeInstanceOf(NotFound)
  expect((await rowOf(reference)).owner).toBe(amina.id)
})

test('the history names both owners to staff and neither to the public; undo gives it back', async () => {
  const reference = await published('Erg')
  const seq = (await assign(rachid, reference, hassan.id, amina.id)) ?? 0
  const whole = { knownAt: null, clock }
  const [told] = await getHistory(auditor.viewer, reference, whole)
  expect(told?.fields).toEqual([{ path: 'owner', before: 'Amina', after: 'Hassan' }])
  const open = await getHistory(visitor('public'), reference, whole)
  expect(JSON.stringify(open)).not.toMatch(/Amina|Hassan|Rachid/)
  for (const { id } of [amina, hassan]) expect(JSON.stringify(open)).not.toContain(id)
  await undoChange({ viewer: rachid.viewer, seq, reason: null, clock })
  expect(await rowOf(reference)).toEqual({ owner: amina.id, version: 1 })
})

test('an owner who was followed by another is not undone past them', async () => {
  const reference = await published('Fes')
  const seq = (await assign(rachid, reference, hassan.id, amina.id)) ?? 0
  await assign(rachid, reference, rachid.id, hassan.id)
  const undone = undoChange({ viewer: rachid.viewer, seq, reason: null, clock })
  expect(await codeOf(undone)).toBe('undo_touched')
})

async function chase(address: string) {
  const filters = parseFilters(new URLSearchParams(address), 'chase')
  return listChase(rachid.viewer, filters)
}

test('the chase list is filtered and grouped by owner and by region', async () => {
  const north = await published('Gharb', 'MA-01')
  const none = await published('Gharb')
  await assign(rachid, north, northern.id, amina.id)
  await assign(rachid, none, null, amina.id)
  const mine = await chase(`owner=${northern.id}`)
  expect(mine.rows.map(({ slug, figures }) => [slug, figures.length])).toEqual([['gharb', 1]])
  const unowned = await chase('owner=none')
  expect(unowned.rows.flatMap(({ figures }) => figures.map(({ reference }) => reference))).toEqual([
    none,
  ])
  const byOwner = await chase('company=gharb&group=owner')
  expect(byOwner.total).toBe(1)
  expect(
    byOwner.rows.map(({ bucketName, figures }) => [bucketName, figures.map((one) => one.owner)]),
  ).toEqual([
    ['Nadia', ['Nadia']],
    [null, [null]],
  ])
  const byRegion = await chase('company=gharb&group=region')
  expect(byRegion.rows.map(({ bucket, figures }) => [bucket, figures.length])).toEqual([
    ['MA-01', 1],
    ['MA-06', 1],
  ])
})

test('a grouped list is turned page by page without losing or repeating a company', async () => {
  const whole = (await chase('group=owner')).rows.map(({ bucket, slug }) => `${bucket} ${slug}`)
  const turned: string[] = []
  let cursor: string | null = null
  do {
    const page = await chase(`group=owner&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`)
    turned.push(...page.rows.map(({ bucket, slug }) => `${bucket} ${slug}`))
    cursor = page.next
  } while (cursor !== null)
  expect(whole.length).toBeGreaterThan(5)
  expect(turned).toEqual(whole)
})
