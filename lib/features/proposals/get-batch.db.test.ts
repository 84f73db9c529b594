import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountViewer, terminal, type Viewer, visitor } from '@/lib/auth/viewer'
import { insertAccount } from '@/lib/data/accounts'
import { disconnect, transaction } from '@/lib/data/client'
import { type Region, ROLES } from '@/lib/domain/types'
import { Forbidden, NotFound, Unauthenticated } from '@/lib/errors'
import { parsePayload } from '@/lib/schemas/proposal'
import { acceptMany } from './accept-many'
import { createProposal } from './create-proposal'
import { getBatch, mayUndoBatch } from './get-batch'

afterAll(disconnect)

const clock = Date.now
const author = accountViewer({ id: 'amina', role: 'editor', region: null })
let reviewer: Viewer
let batch = ''
let changes: number[] = []

const propose = (company: string, jobs: string, region: Region) =>
  createProposal({
    ...{ viewer: author, kind: 'agreement', reference: null, submit: true, clock },
    payload: parsePayload('agreement', {
      ...{ title: `A plant of ${company}`, type: 'mou', binding: 'unknown', company, region },
      ...{ signed_on: '2024-01-15', sector: 'rail', jobs_measure: 'net_new_jobs', jobs },
      ...{ jobs_scope: 'direct', deadline: 'by 2090', amount: '5000', currency: 'MAD' },
      ...{ lifecycle: 'signed', source_url: 'https://example.org/a' },
    }),
  })

beforeAll(async () => {
  const rachid = { email: 'rachid@example.org', name: 'Rachid', role: 'reviewer' as const }
  const id = await transaction((tx) =>
    insertAccount(tx, { ...rachid, region: null, language: null, passwordHash: 'x' }),
  )
  if (id === null) throw new Error('no account')
  reviewer = accountViewer({ id, role: 'reviewer', region: null })
  const before = [await propose('Before', '100', 'MA-04')]
  await acceptMany({ viewer: reviewer, items: before, clock })
  const items = [await propose('One', '300', 'MA-04'), await propose('Two', '500', 'MA-01')]
  const accepted = await acceptMany({ viewer: reviewer, items, clock })
  batch = accepted.batch
  changes = accepted.accepted.map(({ change }) => change)
  // What comes afterwards is no part of it.
  await acceptMany({ viewer: reviewer, items: [await propose('After', '7', 'MA-04')], clock })
})

test('a batch is told whole: its rows in their order, who, and the totals before and after: 100 + 300 + 500 = 900', async () => {
  const found = await getBatch(reviewer, batch)
  expect(found.rows.map(({ subject, state }) => [subject, state])).toEqual([
    ['ONE-2024', 'accepted'],
    ['TWO-2024', 'accepted'],
  ])
  expect(found).toMatchObject({ count: 2, reviewerName: 'Rachid', change: changes[0] })
  expect(found.undoneBy).toBeNull()
  const { before, after } = found.effect.net_new_jobs
  expect([before.promised, after.promised]).toEqual(['100', '900'])
})

test('those who read every entry see it, others do not; what is no batch is not there', async () => {
  const outcome = (viewer: Viewer) =>
    getBatch(viewer, batch).then(
      () => 'seen',
      (error: unknown) =>
        error instanceof Forbidden || error instanceof Unauthenticated ? 'refused' : error,
    )
  const viewers = ROLES.map((role) => accountViewer({ id: 'x', role, region: null }))
  const found: Record<string, unknown> = {}
  for (const viewer of [...viewers, visitor('public'), visitor('private'), terminal()])
    found[viewer.actor] = await outcome(viewer)
  expect(found).toEqual({
    ...{ viewer: 'refused', editor: 'refused', reviewer: 'seen', admin: 'seen', auditor: 'seen' },
    ...{ public: 'refused', nobody: 'refused', terminal: 'refused' },
  })
  for (const id of ['00000000-0000-4000-8000-000000000000', 'x', `${batch}'`])
    await expect(getBatch(reviewer, id)).rejects.toBeInstanceOf(NotFound)
})

test('undoing is offered to whoever may undo every one of its rows', async () => {
  const found = await getBatch(reviewer, batch)
  const may = (role: 'reviewer' | 'editor' | 'auditor', region: Region | null) =>
    mayUndoBatch(accountViewer({ id: 'x', role, region }), found)
  expect([may('reviewer', null), may('reviewer', 'MA-04')]).toEqual([true, false])
  expect([may('editor', null), may('auditor', null)]).toEqual([false, false])
})
