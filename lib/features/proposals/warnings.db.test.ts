import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountViewer } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { parsePayload } from '@/lib/schemas/proposal'
import { acceptProposal } from './accept-proposal'
import { createProposal } from './create-proposal'
import { previewProposal } from './preview-proposal'

afterAll(disconnect)

const clock = Date.now
const author = accountViewer({ id: 'amina', role: 'editor', region: null })
const reviewer = accountViewer({ id: 'rachid', role: 'reviewer', region: null })

const ROW = {
  title: 'A plant in Kénitra',
  type: 'mou',
  binding: 'unknown',
  company: 'Société Générale',
  signed_on: '2024-01-15',
  sector: 'rail',
  region: 'MA-04',
  jobs_measure: 'net_new_jobs',
  jobs_scope: 'direct',
  jobs: '1000',
  deadline: 'by 2027',
  baseline_headcount: '50',
  amount: '1500',
  currency: 'MAD',
  lifecycle: 'signed',
  source_url: 'https://example.org/a',
}
// Alone in the world: nothing of it is like anything recorded.
const OTHER = { ...ROW, company: 'Nobody else', jobs: '77', amount: '88' }

async function publish(cells: object) {
  const payload = parsePayload('agreement', { ...ROW, ...cells })
  const made = { viewer: author, kind: 'agreement' as const, reference: null, payload, clock }
  const { id, version } = await createProposal({ ...made, submit: true })
  return acceptProposal({ viewer: reviewer, id, version, clock })
}
async function warned(cells: object, reference: string | null = null) {
  const kind = reference === null ? 'agreement' : 'edit'
  const payload = parsePayload(kind, { ...OTHER, ...cells })
  const { warnings } = await previewProposal({ viewer: author, kind, reference, payload, clock })
  return warnings
}

beforeAll(async () => {
  await publish({ reference: 'SG-1' })
  await publish({ reference: 'WHOLE', company: 'Parent', jobs: '500', amount: '10' })
  const part = { relations: 'part_of:WHOLE', company: 'Parent', amount: '11' }
  await publish({ ...part, reference: 'PART-1', jobs: '300' })
})

test('nothing is said of an agreement that is like no other', async () => {
  expect(await warned({})).toEqual([])
})

test('the same company, in any spelling, with time that overlaps', async () => {
  for (const company of ['Société Générale', 'SOCIETE GENERALE', '  société générale '])
    expect(await warned({ company, signed_on: '2027-12-31', deadline: 'by 2030' })).toEqual([
      { path: 'company', code: 'warn_same_company', values: { reference: 'SG-1' } },
    ])
  // A day after the other's deadline nothing overlaps.
  expect(
    await warned({ company: 'Société Générale', signed_on: '2028-01-01', deadline: 'by 2030' }),
  ).toEqual([])
})

test('the same company with an equal amount, or as many jobs, years apart', async () => {
  const later = { company: 'Société Générale', signed_on: '2030-01-01', deadline: 'by 2035' }
  expect(await warned({ ...later, amount: '1500' })).toEqual([
    { path: 'amount', code: 'warn_same_amount', values: { reference: 'SG-1' } },
  ])
  expect(await warned({ ...later, jobs: '1000' })).toEqual([
    { path: 'jobs', code: 'warn_same_amount', values: { reference: 'SG-1' } },
  ])
  // 1,500 euros are not 1,500 dirhams, and another company's 1,500 dirhams are its own.
  expect(await warned({ ...later, amount: '1500', currency: 'EUR' })).toEqual([])
  expect(await warned({ amount: '1500' })).toEqual([])
})

test('whoever relates the two has seen it', async () => {
  const again = { company: 'Société Générale', amount: '1500', relations: 'implements:SG-1' }
  expect(await warned(again)).toEqual([])
})

test('parts that do not add up to their whole: 300 + 150 = 450, not 500', async () => {
  const part = { relations: 'part_of:WHOLE', jobs: '150' }
  expect(await warned(part)).toEqual([
    { path: 'jobs', code: 'warn_parts_sum', values: { sum: 450, total: 500, reference: 'WHOLE' } },
  ])
  expect(await warned({ ...part, jobs: '200' })).toEqual([])
})

test.each<[string, object, object | null]>([
  [
    '"triple" of 50 is 150, not 50 + 77 = 127',
    { jobs_as_stated: 'will triple its headcount' },
    { times: 3, expected: 150, reached: 127 },
  ],
  ['"tripler" of 50: 50 + 100 = 150', { jobs: '100', title: 'Tripler ses effectifs' }, null],
  [
    '"ثلاثة أضعاف" of 50 is 150, not 127',
    { baseline_as_stated: 'ثلاثة أضعاف عدد المستخدمين' },
    { times: 3, expected: 150, reached: 127 },
  ],
  [
    '"doubler" of 50 is 100, not 127',
    { summary: 'Elle va doubler ses effectifs' },
    { times: 2, expected: 100, reached: 127 },
  ],
  [
    'a headcount level of 150 is the triple of 50',
    { jobs_measure: 'headcount_level', jobs: '150', title: 'It triples its staff' },
    null,
  ],
  ['within a twentieth: 50 + 107 = 157', { jobs: '107', title: 'triple' }, null],
  ['no headcount, nothing to compare', { baseline_headcount: '', title: 'triple' }, null],
])('%s', async (_, cells, values) => {
  expect(await warned(cells)).toEqual(
    values === null ? [] : [{ path: 'jobs', code: 'warn_multiple', values }],
  )
})

test.each<[string, string, string | null]>([
  ['88 millions d’euros', 'MAD', 'EUR'],
  ['88 MDH', 'EUR', 'MAD'],
  ['88 مليون درهم', 'USD', 'MAD'],
  ['$88 million', 'MAD', 'USD'],
  ['88 MDH', 'MAD', null],
  ['88 millions d’euros, soit 950 MDH', 'MAD', null],
  ['eighty-eight', 'MAD', null],
])('"%s" entered as %s', async (amount_as_stated, currency, stated) => {
  expect(await warned({ amount_as_stated, currency })).toEqual(
    stated === null
      ? []
      : [{ path: 'currency', code: 'warn_currency', values: { currency, stated } }],
  )
})

test('an edit is not warned of itself, and never stopped', async () => {
  expect(await warned({ ...ROW, title: 'A new title', reason: 'x' }, 'SG-1')).toEqual([])
  const twin = await publish({ reference: 'SG-2' })
  expect(twin.state).toBe('accepted')
})
