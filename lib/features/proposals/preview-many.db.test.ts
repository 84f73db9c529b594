import { afterAll, expect, test } from 'vitest'
import { accountViewer } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import type { Role } from '@/lib/domain/types'
import { Forbidden, InvalidInput } from '@/lib/errors'
import { parsePayload } from '@/lib/schemas/proposal'
import { acceptMany } from './accept-many'
import { acceptProposal } from './accept-proposal'
import { createProposal } from './create-proposal'
import { previewMany } from './preview-many'

afterAll(disconnect)

const clock = Date.now
const account = (id: string, role: Role) => accountViewer({ id, role, region: null })
const author = account('amina', 'editor')
const reviewer = account('rachid', 'reviewer')

const ROW = {
  title: 'A plant',
  type: 'mou',
  binding: 'unknown',
  signed_on: '2024-01-15',
  sector: 'rail',
  region: 'MA-04',
  jobs_measure: 'net_new_jobs',
  jobs_scope: 'direct',
  deadline: 'by 2027',
  amount_missing: 'not_stated',
  lifecycle: 'signed',
  source_url: 'https://example.org/a',
}

async function submitted(company: string, jobs: string, viewer = author, more: object = {}) {
  const payload = parsePayload('agreement', { ...ROW, company, jobs, ...more })
  return createProposal({
    viewer,
    kind: 'agreement',
    reference: null,
    payload,
    submit: true,
    clock,
  })
}
const counted = async () => {
  const tables = ['change', 'fact', 'agreement', 'organisation', 'standing', 'proposal']
  const sql = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')
  const states = `(select jsonb_object_agg(id, state order by id) from proposal) as states`
  return (await pool().query(`select ${sql}, ${states}`)).rows[0]
}
const preview = (items: readonly { id: string; version: number }[], viewer = reviewer) =>
  previewMany({ viewer, items, clock })

test('two together: 0 + 1000 + 300 = 1300, and nothing of it is kept', async () => {
  const items = [await submitted('Alpha', '1000'), await submitted('Beta', '300')]
  const before = await counted()
  const { items: judged, effect } = await preview(items)
  expect(
    judged.map(({ proposal, problems, right }) => [proposal.subject, problems, right]).toSorted(), // in an empty book each moves everything, so the queue has no order between them
  ).toEqual([
    ['ALPHA-2024', [], 'yes'],
    ['BETA-2024', [], 'yes'],
  ])
  const { before: was, after: is } = effect.net_new_jobs
  expect([was.promised, is.promised, was.count, is.count]).toEqual(['0', '1300', 0, 2])
  expect(await counted()).toEqual(before)
  // What the preview let through, the acceptance lets through.
  const { accepted } = await acceptMany({ viewer: reviewer, items, clock })
  expect(accepted.map(({ reference }) => reference)).toEqual(['ALPHA-2024', 'BETA-2024'])
})

test('each that would not go through says why, and the effect is that of the others: 1300 + 40 = 1340', async () => {
  const good = await submitted('Gamma', '40')
  const own = await submitted('Own', '5', reviewer)
  const moved = await submitted('Moved', '6')
  const ended = await submitted('Ended', '7')
  await acceptProposal({ viewer: account('admin', 'admin'), ...ended, clock })
  const relates = await submitted('Relates', '8', author, { relations: 'part_of:ENDED-2024' })
  const items = [good, own, { ...moved, version: 1 }, ended, relates]
  const before = await counted()
  const { items: judged, effect } = await preview(items)
  const told = new Map(judged.map((one) => [one.proposal.id, one]))
  const codes = ({ id }: { id: string }) => told.get(id)?.problems.map(({ code }) => code)
  expect([good, own, moved, ended, relates].map(codes)).toEqual([
    [],
    ['proposal_not_yours'],
    ['proposal_moved'],
    ['proposal_not_submitted'],
    [],
  ])
  expect(told.get(own.id)?.right).toBe('own')
  const { before: was, after: is } = effect.net_new_jobs
  // Ended's 7 were accepted already; Relates' 8 are a part of them and do not sum to them, so the whole counts alone.
  expect([was.promised, is.promised]).toEqual(['1307', '1347'])
  expect(await counted()).toEqual(before)
})

test('two that take one name: the second is refused by the first, as the acceptance would', async () => {
  const one = await submitted('Twin', '2000', author, { reference: 'TWIN' })
  await pool().query('drop index proposal_one_name')
  const two = await submitted('Twin again', '2', author, { reference: 'TWIN-B' })
  await pool().query('alter table proposal disable trigger user')
  await pool().query(
    `update proposal set subject = 'TWIN', payload = jsonb_set(payload, '{cells,reference}', '"TWIN"') where id = $1`,
    [two.id],
  )
  await pool().query('alter table proposal enable trigger user')
  const { items } = await preview([one, two])
  const codes = items.map(({ proposal, problems }) => [
    proposal.id,
    problems.map(({ code }) => code),
  ])
  expect(Object.fromEntries(codes)).toEqual({ [one.id]: [], [two.id]: ['reference_taken'] })
})

test('none, too many, and somebody who may not review', async () => {
  await expect(preview([])).rejects.toMatchObject({ problems: [{ code: 'required' }] })
  const many = Array.from({ length: 201 }, () => ({ id: crypto.randomUUID(), version: 1 }))
  await expect(preview(many)).rejects.toBeInstanceOf(InvalidInput)
  await expect(preview(many.slice(0, 1), author)).rejects.toBeInstanceOf(Forbidden)
})
