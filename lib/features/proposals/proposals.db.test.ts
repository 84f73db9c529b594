import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountViewer, terminal } from '@/lib/auth/viewer'
import { chainBreaks } from '@/lib/data/chain-breaks'
import { allChanges } from '@/lib/data/changes'
import { disconnect, pool } from '@/lib/data/client'
import type { Role } from '@/lib/domain/types'
import { Conflict, Forbidden, InvalidInput, Refused } from '@/lib/errors'
import { parsePayload } from '@/lib/schemas/proposal'
import { acceptMany } from './accept-many'
import { acceptProposal } from './accept-proposal'
import { createProposal } from './create-proposal'
import { editProposal } from './edit-proposal'
import { getProposal } from './get-proposal'
import { listProposals } from './list-proposals'
import { returnProposal } from './return-proposal'
import { submitProposal } from './submit-proposal'
import { withdrawProposal } from './withdraw-proposal'

afterAll(disconnect)

const clock = Date.now
const account = (id: string, role: Role) => accountViewer({ id, role, region: null })
const author = account('amina', 'editor')
const reviewer = account('rachid', 'reviewer')
const admin = account('admin', 'admin')

const ROW = {
  title: 'A plant in Kénitra',
  type: 'mou',
  binding: 'unknown',
  company: 'Acme',
  signed_on: '2024-01-15',
  sector: 'rail',
  region: 'MA-04',
  jobs_measure: 'net_new_jobs',
  jobs_scope: 'direct',
  jobs: '1000',
  deadline: 'by 2027',
  baseline_headcount: '50',
  amount: '>1500.5',
  currency: 'MAD',
  lifecycle: 'signed',
  source_url: 'https://example.org/a',
}

const propose = (cells: object = {}, viewer = author, submit = true) =>
  createProposal({
    ...{ viewer, kind: 'agreement', reference: null, submit, clock },
    payload: parsePayload('agreement', { ...ROW, ...cells }),
  })
const about = (
  reference: string,
  kind: 'edit' | 'report' | 'amendment' | 'event' | 'retraction',
  body: object,
  submit = true,
) =>
  createProposal({
    ...{ viewer: author, kind, reference, submit, clock },
    payload: parsePayload(kind, body),
  })
const accept = ({ id, version }: { id: string; version: number }, viewer = reviewer) =>
  acceptProposal({ viewer, id, version, clock })
const step = (one: { id: string; version: number }, viewer = author) => ({
  ...{ viewer, id: one.id, version: one.version, clock },
})
const count = async (table: string) =>
  Number((await pool().query(`select count(*) as n from ${table}`)).rows[0].n)

test('a draft keeps what was typed, complete or not, and names what is missing', async () => {
  const draft = await createProposal({
    ...{ viewer: author, kind: 'agreement', reference: null, clock },
    payload: parsePayload('agreement', {
      company: 'Inetum',
      jobs: 'plus de mille',
      signed_on: '2024',
    }),
  })
  expect(draft).toMatchObject({
    kind: 'agreement',
    subject: 'INETUM-2024',
    state: 'draft',
    version: 1,
  })
  const { proposal, problems, effect } = await getProposal(author, draft.id, clock)
  expect(proposal.payload.cells.jobs).toBe('plus de mille')
  expect(effect).toBeNull()
  expect(problems).toContainEqual({ path: 'title', code: 'required' })
  expect(problems).toContainEqual(expect.objectContaining({ path: 'source_url', code: 'required' }))
  await expect(submitProposal(step(draft))).rejects.toBeInstanceOf(InvalidInput)
})

test('submitted by one, accepted by another: one change, and the record says who', async () => {
  const before = await count('change')
  const submitted = await propose({
    company: 'Alpha',
    claims: [{ measure: 'net_new_jobs', quantity: '1200', as_stated: '1,200 posts' }],
  })
  expect(submitted).toMatchObject({ state: 'submitted', subject: 'ALPHA-2024', version: 2 })
  const { effect, allowed } = await getProposal(reviewer, submitted.id, clock)
  expect([effect?.net_new_jobs.before.promised, effect?.net_new_jobs.after.promised]).toEqual([
    '0',
    '1000',
  ])
  expect(effect?.weight).toBe(1_000_000)
  expect(allowed).toMatchObject({ review: true, selfAcceptance: false, edit: false })
  expect(await count('change')).toBe(before)
  const accepted = await accept(submitted)
  expect(accepted).toMatchObject({ state: 'accepted', reference: 'ALPHA-2024', version: 3 })
  const changes = await allChanges(pool())
  expect(changes.at(-1)).toMatchObject({
    ...{ seq: accepted.change, actor: 'rachid', verb: 'accept.agreement', subject: 'ALPHA-2024' },
    diff: { proposal: submitted.id, author: 'amina', created: { jobs: '1000' } },
  })
  for await (const broken of chainBreaks(changes)) expect.unreachable(broken.kind)
  expect(await count('change')).toBe(before + 1)
  expect(await accept(submitted)).toEqual(accepted)
  expect(await count('change')).toBe(before + 1)
})

test('a partial save leaves what it does not name, and empties the list that it names', async () => {
  const claims = [{ measure: 'net_new_jobs', quantity: '1200', as_stated: '1,200 posts' }]
  const commitments = [{ measure: 'gross_hires', scope: 'direct', quantity: '5' }]
  const draft = await propose({ company: 'Partial', claims, commitments }, author, false)
  const payload = parsePayload('agreement', { title: 'Another' })
  const named = await editProposal({ ...step(draft), payload, partial: { lists: [] } })
  const held = (await getProposal(author, draft.id, clock)).proposal.payload
  expect([held.cells.company, held.cells.title]).toEqual(['Partial', 'Another'])
  expect([held.claims.length, held.commitments.length]).toEqual([1, 1])
  await editProposal({ ...step(named), payload, partial: { lists: ['claims'] } })
  const emptied = (await getProposal(author, draft.id, clock)).proposal.payload
  expect([emptied.claims, emptied.commitments.length]).toEqual([[], 1])
})

test('twenty people save one version: one wins, nineteen see what differs and lose nothing', async () => {
  const draft = await propose({ company: 'Twenty' }, author, false)
  const saves = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      editProposal({
        ...step(draft),
        payload: parsePayload('agreement', { ...ROW, company: 'Twenty', title: `Title ${index}` }),
      }),
    ),
  )
  const lost = saves.filter((save) => save.status === 'rejected')
  expect(lost).toHaveLength(19)
  for (const { reason } of lost) {
    expect(reason).toBeInstanceOf(Conflict)
    expect(reason).toMatchObject({ currentVersion: 2, fields: [{ path: 'title' }] })
  }
})

test('twenty retries with one key make one proposal; the key with something else is refused', async () => {
  const before = await count('proposal')
  const input = {
    ...{ viewer: author, kind: 'agreement' as const, reference: null, key: 'k-1', clock },
    payload: parsePayload('agreement', { ...ROW, company: 'Retry' }),
  }
  const made = await Promise.all(Array.from({ length: 20 }, () => createProposal(input)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  expect(await count('proposal')).toBe(before + 1)
  const other = { ...input, payload: parsePayload('agreement', { company: 'Other' }) }
  await expect(createProposal(other)).rejects.toMatchObject({ status: 409, code: 'key_reused' })
  // Somebody else's key of the same name is another key.
  expect((await createProposal({ ...input, viewer: admin })).id).not.toBe(made[0]?.id)
})

test('two accept at once: one change', async () => {
  const submitted = await propose({ company: 'Double' })
  const before = await count('change')
  const both = await Promise.allSettled([accept(submitted), accept(submitted, admin)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await count('change')).toBe(before + 1)
})

describe('a second pair of eyes', () => {
  test('no author accepts their own entry: not an administrator, not by SQL', async () => {
    const own = await propose({ company: 'Own' }, admin)
    await expect(accept(own, admin)).rejects.toBeInstanceOf(Forbidden)
    await expect(accept(own, author)).rejects.toBeInstanceOf(Forbidden)
    const sql = (set: string) =>
      pool().query(
        `update proposal set state = 'accepted', version = version + 1, change = 1, ${set} where id = $1`,
        [own.id],
      )
    await expect(sql(`reviewer = author`)).rejects.toMatchObject({ code: 'PB005' })
    await expect(sql(`reviewer = author, self_accepted = true`)).rejects.toMatchObject({
      code: 'PB005',
    })
    await expect(sql(`reviewer = 'rachid', self_accepted = true`)).rejects.toMatchObject({
      code: '23514',
    })
    expect((await getProposal(admin, own.id, clock)).proposal.state).toBe('submitted')
  })

  test('the only account of an installation may, and the record says so for ever', async () => {
    const own = await propose({ company: 'Alone' }, admin)
    await pool().query('alter function is_only_account() rename to is_only_account_kept')
    await pool().query(
      'create function is_only_account() returns boolean language sql as $$ select true $$',
    )
    try {
      expect((await getProposal(admin, own.id, clock)).allowed.selfAcceptance).toBe(true)
      const accepted = await accept(own, admin)
      const { proposal } = await getProposal(admin, own.id, clock)
      expect(proposal).toMatchObject({ selfAccepted: true, reviewer: 'admin', author: 'admin' })
      const change = (await allChanges(pool())).find(({ seq }) => seq === accepted.change)
      expect(change?.diff).toMatchObject({ selfAccepted: true })
    } finally {
      await pool().query('drop function is_only_account()')
      await pool().query('alter function is_only_account_kept() rename to is_only_account')
    }
  })
})

describe('legal moves only', () => {
  const states = ['draft', 'submitted', 'returned', 'accepted', 'withdrawn'] as const
  type State = (typeof states)[number]
  const LEGAL = [
    ...['draft submitted', 'draft withdrawn', 'submitted accepted', 'submitted returned'],
    ...['submitted withdrawn', 'returned submitted', 'returned withdrawn'],
  ]
  const note = { text: 'Which source?', field: 'jobs' }
  const made = new Map<State, { id: string; version: number }>()
  let number = 0

  async function inState(state: State) {
    number += 1
    const draft = await propose({ company: `Moves ${number}` }, author, false)
    if (state === 'draft') return draft
    if (state === 'withdrawn') return withdrawProposal(step(draft))
    const submitted = await submitProposal(step(draft))
    if (state === 'submitted') return submitted
    if (state === 'accepted') return accept(submitted)
    return returnProposal({ ...step(submitted, reviewer), note })
  }
  const move = (to: State, one: { id: string; version: number }) => {
    if (to === 'submitted') return submitProposal(step(one))
    if (to === 'accepted') return accept(one)
    if (to === 'returned') return returnProposal({ ...step(one, reviewer), note })
    return withdrawProposal(step(one))
  }

  beforeAll(async () => {
    for (const state of states) made.set(state, await inState(state))
  })

  const moves = states.flatMap((from) => states.map((to) => ({ from, to, name: `${from} ${to}` })))
  test.each(moves.filter(({ name, to }) => !LEGAL.includes(name) && to !== 'draft'))(
    'by a verb, from $from to $to is refused',
    async ({ from, to }) => {
      const one = made.get(from) ?? { id: '', version: 0 }
      await expect(move(to, one)).rejects.toBeInstanceOf(Refused)
    },
  )

  test.each(moves.filter(({ from, to, name }) => from !== to && !LEGAL.includes(name)))(
    'by SQL, from $from to $to is refused',
    async ({ from, to }) => {
      const change = to === 'accepted' ? 1 : null
      const sql = pool().query(
        `update proposal set state = $2, version = version + 1, reviewer = 'rachid', change = $3, submitted_at = now() where id = $1`,
        [made.get(from)?.id, to, change],
      )
      await expect(sql).rejects.toMatchObject({ code: 'PB004' })
    },
  )

  test.each(LEGAL.map((name) => name.split(' ') as [State, State]))(
    'from %s to %s is allowed',
    async (from, to) => {
      const moved = await move(to, await inState(from))
      expect(moved.state).toBe(to)
    },
  )

  test('what was submitted, accepted or withdrawn is not rewritten, by a verb or by SQL', async () => {
    for (const state of ['submitted', 'accepted', 'withdrawn'] as const) {
      const one = made.get(state) ?? { id: '', version: 0 }
      const edit = editProposal({ ...step(one), payload: parsePayload('agreement', ROW) })
      await expect(edit).rejects.toMatchObject({ code: 'proposal_not_editable' })
      const sql = pool().query(`update proposal set payload = '{"cells":{}}' where id = $1`, [
        one.id,
      ])
      await expect(sql).rejects.toMatchObject({ code: 'PB004' })
      await expect(
        pool().query('delete from proposal where id = $1', [one.id]),
      ).rejects.toMatchObject({ code: 'PB001' })
    }
  })

  test('a returned entry shows the note at its field, and comes back', async () => {
    const returned = await inState('returned')
    expect((await getProposal(author, returned.id, clock)).proposal.note).toEqual(note)
    expect((await submitProposal(step(returned))).state).toBe('submitted')
    const submitted = await inState('submitted')
    const bare = returnProposal({ ...step(submitted, reviewer), note: { text: '  ', field: null } })
    await expect(bare).rejects.toBeInstanceOf(InvalidInput)
  })
})

describe('about an agreement that exists', () => {
  let reference = ''
  beforeAll(async () => {
    reference = (await accept(await propose({ company: 'Known' }))).reference
  })
  const source = { source_url: 'https://example.org/b' }

  test('a report moves c, and the effect says so beforehand', async () => {
    const report = await about(reference, 'report', {
      ...{ data_date: '2025-12-31', kind: 'headcount', value: '300', evidence: 'verified' },
      ...source,
    })
    const { effect } = await getProposal(reviewer, report.id, clock)
    const lane = effect?.standings.find(
      ({ lane, measure }) => lane === 'verified' && measure === 'net_new_jobs',
    )
    expect([lane?.before?.created, lane?.after?.created]).toEqual([null, 250])
    const accepted = await accept(report)
    expect(accepted.reference).toBe(reference)
  })

  test('an edit that the agreement overtook is refused field by field, and goes in after it was looked through', async () => {
    const edit = await about(reference, 'edit', { title: 'Mine', reason: 'The paper says so' })
    await accept(
      await about(reference, 'edit', { title: 'Theirs', place: 'Kénitra', reason: 'New text' }),
    )
    await expect(accept(edit)).rejects.toMatchObject({
      status: 409,
      fields: expect.arrayContaining([
        { path: 'title', theirs: 'Theirs', yours: 'Mine' },
        { path: 'place', theirs: 'Kénitra', yours: '' },
      ]),
    })
    expect((await getProposal(reviewer, edit.id, clock)).stale).toBe(true)
    const returned = await returnProposal({
      ...step(edit, reviewer),
      note: { text: 'Look again', field: null },
    })
    const { proposal } = await getProposal(author, edit.id, clock)
    const saved = await editProposal({
      ...step(returned),
      payload: proposal.payload,
      baseVersion: 2,
    })
    await accept(await submitProposal(step(saved)))
    const { rows } = await pool().query(
      'select title, place, version from agreement where reference = $1',
      [reference],
    )
    expect(rows).toEqual([{ title: 'Mine', place: 'Kénitra', version: 3 }])
  })

  test('an edit without a reason, or that changes nothing, is no edit', async () => {
    await expect(about(reference, 'edit', { title: 'No reason' })).rejects.toMatchObject({
      problems: [{ path: 'reason', code: 'required' }],
    })
    await expect(about(reference, 'edit', { title: 'Mine', reason: 'x' })).rejects.toMatchObject({
      problems: [{ path: '', code: 'nothing_changes' }],
    })
  })

  test('an amendment is taken back with its correction, with a reason', async () => {
    await accept(
      await about(reference, 'amendment', {
        ...{
          measure: 'net_new_jobs',
          kind: 'amendment',
          effective_on: '2025-01-01',
          quantity: '1400',
          deadline: 'by 2028',
        },
        ...source,
      }),
    )
    await accept(
      await about(reference, 'amendment', {
        ...{
          measure: 'net_new_jobs',
          kind: 'correction',
          corrects: '2',
          quantity: '1300',
          deadline: 'by 2028',
        },
        ...source,
      }),
    )
    const { rows } = await pool().query(
      `select f.id, f.kind from fact f join commitment c on c.id = f.commitment_id join agreement a on a.id = c.agreement_id
       where a.reference = $1 and c.measure = 'net_new_jobs' and f.kind in ('original', 'amendment') order by f.id`,
      [reference],
    )
    const id = (kind: string) => String(rows.find((row) => row.kind === kind)?.id)
    const gone = { what: 'fact', id: id('amendment'), reason: 'Never signed' }
    await accept(await about(reference, 'retraction', gone))
    const left = await pool().query(
      `select count(*)::int as n from fact f join commitment c on c.id = f.commitment_id join agreement a on a.id = c.agreement_id
       where a.reference = $1 and f.kind in ('amendment', 'correction') and f.retracted is null and c.measure = 'net_new_jobs'`,
      [reference],
    )
    expect(left.rows).toEqual([{ n: 0 }])
    await expect(
      about(reference, 'retraction', { what: 'fact', id: id('original'), reason: 'x' }),
    ).rejects.toMatchObject({ problems: [{ path: 'id', code: 'original_stays' }] })
    await expect(about(reference, 'retraction', gone)).rejects.toMatchObject({
      problems: [{ path: 'id', code: 'statement_unknown' }],
    })
  })

  test('an annotation stands beside the status, and says something', async () => {
    const empty = about(reference, 'event', { kind: 'annotation', ...source })
    await expect(empty).rejects.toMatchObject({ problems: [{ path: 'reason', code: 'required' }] })
    const said = await about(reference, 'event', {
      kind: 'annotation',
      reason: 'Site under water',
      on: '2025-03',
      ...source,
    })
    expect((await accept(said)).state).toBe('accepted')
  })
})

describe('bad input is located, never a fault', () => {
  test.each<[string, object, string, string]>([
    ['a headcount of −5', { baseline_headcount: '-5' }, 'baseline_headcount', 'negative'],
    ['1e30 as a number', { jobs: 1e30 }, 'jobs', 'quantity_format'],
    ['an amount of 31 digits', { amount: `1${'0'.repeat(30)}` }, 'amount', 'number_too_large'],
    ['30 February', { deadline: '2027-02-30' }, 'deadline', 'deadline_format'],
    [
      'a deadline before the signing',
      { deadline: 'by 2020' },
      'deadline',
      'deadline_before_signing',
    ],
    [
      'a milestone after the deadline',
      { milestones: '2029-01-01=500' },
      'milestones',
      'milestone_after_deadline',
    ],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'title', 'too_long'],
    [
      'a second promise in one measure',
      { commitments: [{ measure: 'net_new_jobs', scope: 'direct', quantity: '5' }] },
      'commitments.0.measure',
      'measure_twice',
    ],
    [
      'a claim about nothing promised',
      { claims: [{ measure: 'gross_hires', quantity: '5' }] },
      'claims.0.measure',
      'nothing_promised',
    ],
    [
      'a file that was never uploaded',
      { source_attachment: `${'0'.repeat(32)}.pdf` },
      'source_attachment',
      'attachment_unknown',
    ],
    ['a name that is taken', { reference: 'ALPHA-2024' }, 'reference', 'reference_taken'],
    ['a name with blanks', { reference: 'A B' }, 'reference', 'reference_format'],
    ['no source', { source_url: '' }, 'source_url', 'required'],
  ])('%s', async (_, cells, path, code) => {
    const before = await count('proposal')
    await expect(propose({ company: 'Bad', ...cells })).rejects.toMatchObject({
      problems: [expect.objectContaining({ path, code })],
    })
    expect(await count('proposal')).toBe(before)
  })

  test.each<[string, object, string, string]>([
    ['a NUL', { title: 'a\0b' }, 'title', 'not_text'],
    ['half a surrogate pair', { title: 'a\ud800' }, 'title', 'not_text'],
    ['a column that is none', { titel: 'x' }, 'titel', 'unknown_field_near'],
    ['an object as a text', { title: {} }, 'title', 'wrong_type'],
  ])('%s is refused at the door', (_, cells, path, code) => {
    expect(() => parsePayload('agreement', cells)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ path, code })] }),
    )
  })

  test('a formula and names in other scripts are text like any other', async () => {
    const title = '=HYPERLINK("https://evil.example") 🚆 مصنع القطارات'
    const { reference } = await accept(await propose({ company: 'شركة القطارات', title }))
    expect(reference).toBe('AGREEMENT-2024')
    const { rows } = await pool().query('select title from agreement where reference = $1', [
      reference,
    ])
    expect(rows).toEqual([{ title }])
  })
})

test('several are accepted in one batch, or none', async () => {
  const [one, two] = [await propose({ company: 'Bulk 1' }), await propose({ company: 'Bulk 2' })]
  const before = await count('change')
  const stale = { ...two, version: 1 }
  const halfway = acceptMany({ viewer: reviewer, items: [one, stale], clock })
  await expect(halfway).rejects.toBeInstanceOf(Conflict)
  expect(await count('change')).toBe(before)
  const { batch, accepted } = await acceptMany({ viewer: reviewer, items: [one, two], clock })
  expect(accepted.map(({ reference }) => reference)).toEqual(['BULK-1-2024', 'BULK-2-2024'])
  const { rows } = await pool().query('select count(*)::int as n from change where batch = $1', [
    batch,
  ])
  expect(rows).toEqual([{ n: 2 }])
})

test('steps under a key give their first result again after the proposal has moved on', async () => {
  const draft = await propose({ company: 'Keyed' }, author, false)
  const submitted = await submitProposal({ ...step(draft), key: 'k-1' })
  const items = [{ id: draft.id, version: submitted.version }]
  const bulk = { viewer: reviewer, items, key: 'k-2', clock }
  const accepted = await acceptMany(bulk)
  expect(await submitProposal({ ...step(draft), key: 'k-1' })).toEqual(submitted)
  expect(await acceptMany(bulk)).toEqual(accepted)
  const other = acceptMany({ ...bulk, items: [...items, ...items] })
  await expect(other).rejects.toMatchObject({ code: 'key_reused' })
  const withdrawn = withdrawProposal({ ...step(submitted), key: 'k-1' })
  await expect(withdrawn).rejects.toMatchObject({ code: 'key_reused' })
})

test.each([
  ['between the change and its facts', 'before insert on fact'],
  ['between the facts and the proposal', 'before update on proposal'],
  ['after everything, at the standings', 'before insert on standing'],
])('a fault %s leaves nothing behind', async (_, when) => {
  const submitted = await propose({ company: `Fault ${when}` })
  const tables = ['change', 'fact', 'event', 'agreement', 'party', 'standing', 'organisation']
  const counts = () => Promise.all(tables.map(count))
  const before = await counts()
  await pool().query(
    `create function fail() returns trigger language plpgsql as $$ begin raise exception 'injected'; end $$`,
  )
  await pool().query(`create trigger fault ${when} for each row execute function fail()`)
  await expect(accept(submitted)).rejects.toThrow('injected')
  await pool().query('drop function fail() cascade')
  expect(await counts()).toEqual(before)
  expect((await getProposal(reviewer, submitted.id, clock)).proposal.state).toBe('submitted')
  await accept(submitted)
})

test('there are as many changes as acceptances', async () => {
  const { rows } = await pool().query(
    `select (select count(*) from proposal where state = 'accepted')::int as accepted,
       (select count(distinct change) from proposal)::int as changes, (select count(*) from change)::int as written`,
  )
  expect(rows[0].changes).toBe(rows[0].accepted)
  expect(rows[0].written).toBe(rows[0].accepted)
})

test('the queue shows what moves the totals most first, page by page, an editor only their own', async () => {
  await propose({ company: 'Small', jobs: '5', amount: '1' })
  await propose({ company: 'Large', jobs: '500000' })
  const ask = { state: ['submitted' as const], kind: [], author: null, subject: null, limit: 1 }
  const first = await listProposals(reviewer, { ...ask, cursor: null })
  expect(first.rows.map(({ subject }) => subject)).toEqual(['LARGE-2024'])
  const seen = new Set<string>()
  for (let cursor: string | null = null; ; ) {
    const page = await listProposals(reviewer, { ...ask, cursor })
    for (const { id } of page.rows) seen.add(id)
    cursor = page.next
    if (cursor === null) break
  }
  expect(seen.size).toBe(first.total)
  const own = await listProposals(account('nobody-yet', 'editor'), { ...ask, cursor: null })
  expect(own).toMatchObject({ rows: [], total: 0 })
  await expect(listProposals(terminal(), { ...ask, cursor: null })).rejects.toBeInstanceOf(
    Forbidden,
  )
})
