import { expect, test } from 'vitest'
import { POST as amend } from './agreements/[reference]/amendments/route'
import { POST as happen } from './agreements/[reference]/events/route'
import { POST as report } from './agreements/[reference]/reports/route'
import { POST as retract } from './agreements/[reference]/retractions/route'
import { PATCH as edit } from './agreements/[reference]/route'
import { POST as propose } from './agreements/route'
import { GET as download } from './attachments/[name]/route'
import { POST as upload } from './attachments/route'
import { POST as undo } from './changes/[seq]/undo/route'
import { GET as changes } from './changes/route'
import { POST as bring } from './import/[kind]/route'
import { POST as acceptImport } from './imports/[id]/accept/route'
import { POST as withdrawImport } from './imports/[id]/withdraw/route'
import { GET as names } from './names/route'
import { POST as accept } from './proposals/[id]/accept/route'
import { POST as giveBack } from './proposals/[id]/return/route'
import { GET as read } from './proposals/[id]/route'
import { POST as submit } from './proposals/[id]/submit/route'
import { POST as withdraw } from './proposals/[id]/withdraw/route'
import { POST as acceptMany } from './proposals/accept/route'
import { GET as queue } from './proposals/route'

const ID = '00000000-0000-4000-8000-000000000000'
const params = Promise.resolve({ id: ID, reference: 'A', seq: '1', name: 'x', kind: 'agreements' })

function post(body: unknown, headers: Record<string, string> = {}, query = ''): Request {
  return new Request(`http://localhost/api${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-match': '"1"', ...headers },
    body: JSON.stringify(body),
  })
}
const get = (query = '') => new Request(`http://localhost/api${query}`)

test.each<[string, () => Promise<Response>]>([
  ['propose an agreement', () => propose(post({}))],
  ['edit one', () => edit(post({}), { params })],
  ['report', () => report(post({}), { params })],
  ['amend', () => amend(post({}), { params })],
  ['enter an event', () => happen(post({}), { params })],
  ['retract', () => retract(post({}), { params })],
  ['read the queue', () => queue(get())],
  ['read a proposal', () => read(get(), { params })],
  ['submit', () => submit(post({}), { params })],
  ['accept', () => accept(post({}), { params })],
  ['accept many', () => acceptMany(post({ items: [{ id: ID, version: 1 }] }))],
  ['return', () => giveBack(post({ note: 'x' }), { params })],
  ['withdraw', () => withdraw(post({}), { params })],
  ['read the log', () => changes(get())],
  ['undo', () => undo(post({}), { params })],
  ['look names up', () => names(get('?q=x'))],
  ['upload', () => upload(post({}))],
  ['import', () => bring(post({}), { params })],
  ['accept an import', () => acceptImport(post({}), { params })],
  ['withdraw an import', () => withdrawImport(post({}), { params })],
])('the public does not %s', async (_, call) => {
  const response = await call()
  expect(response.status).toBe(401)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
})

test.each<[string, number, string, () => Promise<Response>]>([
  [
    'a step without If-Match',
    428,
    '',
    () => accept(new Request('http://localhost/api', { method: 'POST' }), { params }),
  ],
  [
    'a version without quotes',
    400,
    'If-Match',
    () => submit(post({}, { 'if-match': '1' }), { params }),
  ],
  ['an unknown column, with the near one', 400, 'titel', () => propose(post({ titel: 'x' }))],
  ['a NUL', 400, 'title', () => propose(post({ title: 'a\0b' }))],
  [
    'a key with blanks',
    400,
    'Idempotency-Key',
    () => propose(post({}, { 'idempotency-key': 'a b' })),
  ],
  ['another value of submit', 400, 'submit', () => propose(post({}, {}, '?submit=yes'))],
  ['an unknown parameter', 400, 'stat', () => queue(get('?stat=draft'))],
  ['an unknown state', 400, 'state', () => queue(get('?state=new'))],
  ['no such file', 404, '', () => download(get(), { params })],
])('%s is %i', async (_, status, path, call) => {
  const response = await call()
  const body: { errors?: { path: string; message: string }[] } = await response.json()
  expect(response.status).toBe(status)
  expect(body.errors?.map((error) => error.path) ?? ['']).toContain(path)
})
