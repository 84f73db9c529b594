import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountViewer, terminal, type Viewer, visitor } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { holds, may, type Permission } from '@/lib/domain/permissions'
import { ROLES } from '@/lib/domain/types'
import { Forbidden, Unauthenticated } from '@/lib/errors'
import { listAccountEvents } from '@/lib/features/accounts/list-account-events'
import { getCalendar } from '@/lib/features/calendar/get-calendar'
import { listChase } from '@/lib/features/calendar/list-chase'
import { getHistory } from '@/lib/features/changes/get-history'
import { listChanges } from '@/lib/features/changes/list-changes'
import { undoChange } from '@/lib/features/changes/undo-change'
import { verifyLedger } from '@/lib/features/ledger/verify-ledger'
import { acceptMany } from '@/lib/features/proposals/accept-many'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { countForMe } from '@/lib/features/proposals/count-for-me'
import { createProposal } from '@/lib/features/proposals/create-proposal'
import { editProposal } from '@/lib/features/proposals/edit-proposal'
import { getProposal } from '@/lib/features/proposals/get-proposal'
import { listProposals } from '@/lib/features/proposals/list-proposals'
import { previewProposal } from '@/lib/features/proposals/preview-proposal'
import { returnProposal } from '@/lib/features/proposals/return-proposal'
import { submitProposal } from '@/lib/features/proposals/submit-proposal'
import { withdrawProposal } from '@/lib/features/proposals/withdraw-proposal'
import { noFilters } from '@/lib/schemas/filters'
import { parsePayload } from '@/lib/schemas/proposal'

afterAll(disconnect)

const clock = Date.now
const REGION = 'MA-04'
const payload = parsePayload('agreement', {
  ...{
    title: 'A plant',
    type: 'mou',
    binding: 'unknown',
    company: 'Acme',
    signed_on: '2024-01-15',
  },
  ...{
    sector: 'rail',
    region: REGION,
    jobs_measure: 'net_new_jobs',
    jobs_scope: 'direct',
    jobs: '1000',
  },
  ...{ deadline: 'by 2027', amount: '5', currency: 'MAD', source_url: 'https://example.org/a' },
})
const ME = 'me'
const [me, them] = [ME, 'them'].map((id) => accountViewer({ id, role: 'admin', region: null }))

interface Records {
  draft: string
  submitted: string
}
const records: Record<'own' | 'others', Records> = {
  own: { draft: '', submitted: '' },
  others: { draft: '', submitted: '' },
}
let reference = ''
let seq = 0

async function make(viewer: Viewer | undefined): Promise<Records> {
  if (!viewer) throw new Error('nobody')
  const input = { viewer, kind: 'agreement' as const, reference: null, payload, clock }
  const draft = await createProposal(input)
  const submitted = await createProposal({ ...input, submit: true })
  return { draft: draft.id, submitted: submitted.id }
}

beforeAll(async () => {
  records.own = await make(me)
  records.others = await make(them)
  const made = await make(them)
  const id = made.submitted
  const reviewer = accountViewer({ id: 'reviewer', role: 'reviewer', region: null })
  const accepted = await acceptProposal({ viewer: reviewer, id, version: 2, clock })
  reference = accepted.reference
  seq = accepted.change
})

// A version that nobody has: whoever is let in meets a conflict, and nothing moves.
const NEVER = 999_999
const step = (viewer: Viewer, id: string) => ({ viewer, id, version: NEVER, clock })
const note = { text: 'x', field: null }

const VERBS: [string, Permission, (viewer: Viewer, of: Records) => Promise<unknown>][] = [
  ['edit', 'proposal.edit', (v, { draft }) => editProposal({ ...step(v, draft), payload })],
  ['submit', 'proposal.edit', (v, { draft }) => submitProposal(step(v, draft))],
  ['withdraw', 'proposal.edit', (v, { draft }) => withdrawProposal(step(v, draft))],
  ['read', 'proposal.read', (v, { submitted }) => getProposal(v, submitted, clock)],
  ['accept', 'proposal.review', (v, { submitted }) => acceptProposal(step(v, submitted))],
  [
    'accept many',
    'proposal.review',
    (v, { submitted }) =>
      acceptMany({ viewer: v, items: [{ id: submitted, version: NEVER }], clock }),
  ],
  [
    'return',
    'proposal.review',
    (v, { submitted }) => returnProposal({ ...step(v, submitted), note }),
  ],
]

const REGIONS = [null, 'MA-04', 'MA-01'] as const
const accounts = ROLES.flatMap((role) =>
  REGIONS.map(
    (region) =>
      [`${role} ${region ?? 'everywhere'}`, accountViewer({ id: ME, role, region })] as const,
  ),
)
const viewers = [
  ...accounts,
  ['terminal', terminal()] as const,
  ['public', visitor('public')] as const,
  ['nobody', visitor('private')] as const,
]

async function isLetIn(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    (error: unknown) => !(error instanceof Forbidden || error instanceof Unauthenticated),
  )
}

function granted({ actor, region }: Viewer, permission: Permission, own: boolean): boolean {
  if (actor === 'nobody') return false
  return may({ actor, region }, permission, { own, alone: false, regions: [REGION] })
}

test.each(viewers)('%s: every verb on every proposal as the table says', async (_, viewer) => {
  for (const [whose, of] of Object.entries(records))
    for (const [name, permission, call] of VERBS) {
      const found = `${name} ${whose} ${await isLetIn(call(viewer, of))}`
      expect(found).toBe(`${name} ${whose} ${granted(viewer, permission, whose === 'own')}`)
    }
})

test.each(viewers)('%s: what is about no proposal as the table says', async (_, viewer) => {
  const input = {
    viewer,
    kind: 'edit' as const,
    reference,
    clock,
    payload: parsePayload('edit', { region: REGION }),
  }
  const late = () => Date.now() + 3_600_000
  const log = { subject: null, actor: null, verb: null, cursor: null, limit: 1 }
  const calls: [Permission, () => Promise<unknown>][] = [
    ['proposal.create', () => previewProposal(input)],
    ['proposal.create', () => createProposal({ ...input, baseVersion: NEVER })],
    ['portfolio.read', () => getHistory(viewer, reference, { knownAt: null, clock })],
    ['change.read', () => listChanges(viewer, log)],
  ]
  for (const [permission, call] of calls)
    expect(`${permission} ${await isLetIn(call())}`).toBe(
      `${permission} ${granted(viewer, permission, false)}`,
    )
  // Too late for anybody: whoever is let in at all is refused for that, and the region is asked for only then.
  const undo = await isLetIn(undoChange({ viewer, seq, reason: null, clock: late }))
  expect(undo).toBe(['reviewer', 'admin'].includes(viewer.actor))
})

test.each(viewers)('%s: lists as the table says', async (_, viewer) => {
  const { actor } = viewer
  const queue = { state: [], kind: [], author: null, subject: null, cursor: null, limit: 1 }
  const events = { subject: null, actor: null, cursor: null, limit: 1 }
  const lists: [Permission, () => Promise<unknown>][] = [
    ['proposal.read', () => countForMe(viewer)],
    ['proposal.read', () => listProposals(viewer, queue)],
    ['change.read', () => verifyLedger(viewer, null)],
    ['change.read', () => listAccountEvents(viewer, events)],
    ['portfolio.read', () => getCalendar(viewer, noFilters())],
    ['proposal.create', () => listChase(viewer, noFilters())],
  ]
  for (const [permission, call] of lists) {
    const held = actor !== 'nobody' && holds(actor, permission)
    expect(`${permission} ${await isLetIn(call())}`).toBe(`${permission} ${held}`)
  }
})
