import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueSession } from '@/lib/auth/session'
import { headersWith, testAccount } from '@/lib/auth/testing/accounts'
import { accountViewer, terminal, type Viewer, visitor } from '@/lib/auth/viewer'
import { viewerOf } from '@/lib/auth/viewer-of'
import { disconnect, pool } from '@/lib/data/client'
import { holds, may, type Permission } from '@/lib/domain/permissions'
import { type Region, ROLES, type Role } from '@/lib/domain/types'
import { Forbidden, Unauthenticated } from '@/lib/errors'
import { createToken } from '@/lib/features/accounts/create-token'
import { inviteAccount } from '@/lib/features/accounts/invite-account'
import { listAccounts } from '@/lib/features/accounts/list-accounts'
import { listTokens } from '@/lib/features/accounts/list-tokens'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
import { listChanges } from '@/lib/features/changes/list-changes'
import { undoChange } from '@/lib/features/changes/undo-change'
import { importFile } from '@/lib/features/imports/import-file'
import { acceptMany } from '@/lib/features/proposals/accept-many'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { createProposal } from '@/lib/features/proposals/create-proposal'
import { editProposal } from '@/lib/features/proposals/edit-proposal'
import { getProposal } from '@/lib/features/proposals/get-proposal'
import { returnProposal } from '@/lib/features/proposals/return-proposal'
import { submitProposal } from '@/lib/features/proposals/submit-proposal'
import { withdrawProposal } from '@/lib/features/proposals/withdraw-proposal'
import { parseFilters } from '@/lib/schemas/filters'
import { parsePayload } from '@/lib/schemas/proposal'
import { GET as list, POST as propose } from './agreements/route'
import { POST as undo } from './changes/[seq]/undo/route'
import { GET as changes } from './changes/route'
import { POST as accept } from './proposals/[id]/accept/route'
import { POST as giveBack } from './proposals/[id]/return/route'
import { PATCH as edit, GET as read } from './proposals/[id]/route'
import { POST as submit } from './proposals/[id]/submit/route'
import { POST as withdraw } from './proposals/[id]/withdraw/route'
import { POST as acceptMore } from './proposals/accept/route'

afterAll(disconnect)

const clock = Date.now
const HOME: Region = 'MA-04'
const AWAY: Region = 'MA-01'
let number = 0

/** An account with each way to act as it: by a viewer, by its browser's session, by a token of its role. */
interface Asker {
  label: string
  id: string
  role: Role | null
  region: Region | null
  viewer: Viewer
  session: Headers
  token: Headers
}
const askers: Asker[] = []

const row = (region: Region, more: object = {}) => {
  number += 1
  return parsePayload('agreement', {
    ...{ title: 'A plant', type: 'mou', binding: 'unknown', company: `Company ${number}` },
    ...{ signed_on: '2024-01-15', sector: 'rail', region, jobs_measure: 'net_new_jobs' },
    ...{ jobs_scope: 'direct', jobs: '10', deadline: 'by 2027', amount_missing: 'not_stated' },
    ...{ lifecycle: 'signed', source_url: 'https://example.org/a', ...more },
  })
}

type Stamp = { id: string; version: number }
type State = 'draft' | 'submitted' | 'accepted'
interface Record {
  own: boolean
  region: Region
}

/** A proposal in a state, of this account or of somebody else; made with an editor's right, whatever the account has. */
async function proposal(
  asker: Asker,
  { own, region }: Record,
  state: State,
): Promise<Stamp & { change: number }> {
  const author = accountViewer({ id: own ? asker.id : 'somebody', role: 'editor', region: null })
  const made = { viewer: author, kind: 'agreement' as const, reference: null, clock }
  const stamp = await createProposal({ ...made, payload: row(region), submit: state !== 'draft' })
  if (state !== 'accepted') return { ...stamp, change: 0 }
  const reviewer = accountViewer({ id: 'third', role: 'reviewer', region: null })
  return acceptProposal({ viewer: reviewer, ...stamp, clock })
}

type Way = 'verb' | 'session' | 'token'

/** One thing that can be asked for about a record, as a verb and over HTTP. */
interface Step {
  name: string
  permission: Permission
  state: State | null
  verb: (viewer: Viewer, one: Stamp & { change: number }, record: Record) => Promise<unknown>
  http: (headers: Headers, one: Stamp & { change: number }, record: Record) => Promise<Response>
}

function request(headers: Headers, method: string, body?: unknown, version?: number): Request {
  const sent = new Headers(headers)
  sent.set('content-type', 'application/json')
  sent.set('origin', 'http://127.0.0.1:3000')
  sent.set('host', '127.0.0.1:3000')
  if (version !== undefined) sent.set('if-match', `"${version}"`)
  const plain = method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }
  return new Request('http://127.0.0.1:3000/api/v1/x', { method, headers: sent, ...plain })
}
const about = (id: string) => ({ params: Promise.resolve({ id }) })

const NOTE = { text: 'Which source?', field: null }
const STEPS: Step[] = [
  {
    ...{ name: 'propose', permission: 'proposal.create', state: null },
    verb: (viewer, _, { region }) =>
      createProposal({ viewer, kind: 'agreement', reference: null, payload: row(region), clock }),
    http: (headers, _, { region }) => propose(request(headers, 'POST', row(region).cells)),
  },
  {
    ...{ name: 'read', permission: 'proposal.read', state: 'draft' },
    verb: (viewer, { id }) => getProposal(viewer, id, clock),
    http: (headers, { id }) => read(request(headers, 'GET'), about(id)),
  },
  {
    ...{ name: 'edit', permission: 'proposal.edit', state: 'draft' },
    verb: (viewer, { id, version }, { region }) =>
      editProposal({ viewer, id, version, payload: row(region), clock }),
    http: (headers, { id, version }) =>
      edit(request(headers, 'PATCH', { title: 'Another' }, version), about(id)),
  },
  {
    ...{ name: 'submit', permission: 'proposal.edit', state: 'draft' },
    verb: (viewer, { id, version }) => submitProposal({ viewer, id, version, clock }),
    http: (headers, { id, version }) => submit(request(headers, 'POST', {}, version), about(id)),
  },
  {
    ...{ name: 'withdraw', permission: 'proposal.edit', state: 'draft' },
    verb: (viewer, { id, version }) => withdrawProposal({ viewer, id, version, clock }),
    http: (headers, { id, version }) => withdraw(request(headers, 'POST', {}, version), about(id)),
  },
  {
    ...{ name: 'accept', permission: 'proposal.review', state: 'submitted' },
    verb: (viewer, { id, version }) => acceptProposal({ viewer, id, version, clock }),
    http: (headers, { id, version }) => accept(request(headers, 'POST', {}, version), about(id)),
  },
  {
    ...{ name: 'accept as one of many', permission: 'proposal.review', state: 'submitted' },
    verb: (viewer, one) => acceptMany({ viewer, items: [one], clock }),
    http: (headers, { id, version }) =>
      acceptMore(request(headers, 'POST', { items: [{ id, version }] })),
  },
  {
    ...{ name: 'return', permission: 'proposal.review', state: 'submitted' },
    verb: (viewer, { id, version }) => returnProposal({ viewer, id, version, note: NOTE, clock }),
    http: (headers, { id, version }) =>
      giveBack(request(headers, 'POST', { note: NOTE.text }, version), about(id)),
  },
  {
    ...{ name: 'undo', permission: 'change.undo', state: 'accepted' },
    verb: (viewer, { change }) => undoChange({ viewer, seq: change, reason: null, clock }),
    http: (headers, { change }) =>
      undo(request(headers, 'POST'), { params: Promise.resolve({ seq: String(change) }) }),
  },
]

type Outcome = 'granted' | 'refused'

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    await work
    return 'granted'
  } catch (error) {
    if (error instanceof Forbidden || error instanceof Unauthenticated) return 'refused'
    throw error
  }
}
async function answerOf(response: Promise<Response>): Promise<Outcome> {
  const { status } = await response
  if (status === 401 || status === 403) return 'refused'
  if (status < 300) return 'granted'
  throw new Error(`answered ${status}: ${await (await response).text()}`)
}
async function stateOf({ id }: Stamp): Promise<unknown> {
  const sql = 'select state, version, payload from proposal where id = $1'
  const { rows } = await pool().query(sql, [id])
  const undone = await pool().query(
    'select count(*)::int as n from change where undoes is not null',
  )
  return { ...rows[0], undone: undone.rows[0]?.n }
}

beforeAll(async () => {
  const nobody = new Headers()
  const none = { id: 'public', role: null, region: null, session: nobody, token: nobody }
  askers.push({ ...none, label: 'the public', viewer: visitor('public') })
  for (const role of ROLES)
    for (const region of [null, HOME]) {
      const { id, email } = await testAccount(role, { region })
      const session = headersWith([await issueSession(id, new Headers())])
      const form = { name: 'matrix', role, region: region ?? '', days: '1' }
      const secret = await createToken(terminal(), form, email)
      const token = new Headers({ authorization: `Bearer ${secret}` })
      const viewer = await viewerOf(session)
      const label = region === null ? role : `${role} of ${region}`
      askers.push({ label, id, role, region, viewer, session, token })
    }
})

const RECORDS: Record[] = [true, false].flatMap((own) =>
  [HOME, AWAY].map((region) => ({ own, region })),
)
const WAYS: Way[] = ['verb', 'session', 'token']
const LABELS = ['the public', ...ROLES.flatMap((role) => [role, `${role} of ${HOME}`])]

/** What the table says of a step on a record. */
function granted({ role, region }: Asker, { permission }: Step, record: Record): Outcome {
  const actor = role ?? 'public'
  const on = { own: record.own, alone: false, regions: [record.region] }
  return may({ actor, region }, permission, on) ? 'granted' : 'refused'
}

function tried(
  asker: Asker,
  step: Step,
  record: Record,
  way: Way,
  one: Stamp & { change: number },
) {
  if (way === 'verb') return outcomeOf(step.verb(asker.viewer, one, record))
  return answerOf(step.http(asker[way], one, record))
}

const NO_RECORD = { id: '', version: 0, change: 0 }

describe.each(STEPS)('$name', (step) => {
  test.each(LABELS)(
    'by %s: as the table says of each record, by verb, session and token alike',
    async (label) => {
      const asker = askers.find((one) => one.label === label)
      if (asker === undefined) throw new Error(`no ${label}`)
      // What somebody new enters is their own.
      const records = step.state === null ? RECORDS.filter(({ own }) => own) : RECORDS
      const expected: string[] = []
      const found: string[] = []
      for (const record of records) {
        const outcome = granted(asker, step, record)
        let one: (Stamp & { change: number }) | null = null
        for (const way of WAYS) {
          const named = `${way}: ${record.own ? 'own' : 'other'} of ${record.region}`
          // A refusal leaves the record as it was: the next way meets the same.
          one =
            step.state === null
              ? NO_RECORD
              : one !== null && outcome === 'refused'
                ? one
                : await proposal(asker, record, step.state)
          const before = one.id === '' ? null : await stateOf(one)
          expected.push(`${named} ${outcome}`)
          found.push(`${named} ${await tried(asker, step, record, way, one)}`)
          if (outcome === 'refused' && one.id !== '') expect(await stateOf(one)).toEqual(before)
        }
      }
      expect(found).toEqual(expected)
    },
  )
})

const EMPTY = { subject: null, actor: null, verb: null, cursor: null, limit: 5 }
const WHOLE: {
  name: string
  permission: Permission
  verb: (viewer: Viewer) => Promise<unknown>
  http: ((headers: Headers) => Promise<Response>) | null
}[] = [
  {
    ...{ name: 'read the portfolio', permission: 'portfolio.read' },
    verb: (viewer) => listAgreements(viewer, parseFilters(new URLSearchParams(), 'list')),
    http: (headers) => list(request(headers, 'GET')),
  },
  {
    ...{ name: 'read the log', permission: 'change.read' },
    verb: (viewer) => listChanges(viewer, EMPTY),
    http: (headers) => changes(request(headers, 'GET')),
  },
  {
    ...{ name: 'import accepted records', permission: 'import.accept', http: null },
    verb: (viewer) => {
      const file = Buffer.from('code\n')
      return importFile({ viewer, kind: 'targets', file, dryRun: true, clock })
    },
  },
  { name: 'list accounts', permission: 'account.manage', verb: listAccounts, http: null },
  {
    ...{ name: 'invite', permission: 'account.manage', http: null },
    verb: (viewer) => {
      number += 1
      const email = `invited-${number}@example.org`
      return inviteAccount(viewer, { email, role: 'viewer', region: '' })
    },
  },
  { name: 'list tokens', permission: 'token.manage', verb: listTokens, http: null },
]

describe.each(WHOLE)('$name', ({ permission, verb, http }) => {
  test.each(LABELS)('by %s: as the table says', async (label) => {
    const asker = askers.find((one) => one.label === label)
    if (asker === undefined) throw new Error(`no ${label}`)
    const expected = holds(asker.role ?? 'public', permission) ? 'granted' : 'refused'
    expect(await outcomeOf(verb(asker.viewer))).toBe(expected)
    if (http === null) return
    expect(await answerOf(http(asker.session))).toBe(expected)
    expect(await answerOf(http(asker.token))).toBe(expected)
  })
})
