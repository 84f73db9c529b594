import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountViewer, visitor } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { Forbidden, NotFound, TooLarge, Unauthenticated } from '@/lib/errors'
import { openAttachment } from './open-attachment'
import { uploadAttachment } from './upload-attachment'

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\nstartxref\n9\n%%EOF\n',
)
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000b49444154789c6360000200000500017a5eab3f0000000049454e44ae426082',
  'hex',
)
const author = accountViewer({ id: 'amina', role: 'editor', region: null })
const other = accountViewer({ id: 'other', role: 'editor', region: null })
const reviewer = accountViewer({ id: 'rachid', role: 'reviewer', region: null })

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'attachments-'))
  process.env.PLEDGEBOOK_DATA_DIR = directory
})
afterAll(disconnect)

const upload = (bytes: Buffer, fileName = 'paper.pdf', viewer = author) =>
  uploadAttachment({ viewer, fileName, clock: Date.now, body: chunks([bytes]) })
async function* chunks(parts: Iterable<Buffer>): AsyncIterable<Uint8Array> {
  yield* parts
}

test('a PDF with a script is kept under a random name, with its hash; its bytes come back', async () => {
  const file = await upload(PDF, '../../etc/‮passwd.pdf')
  expect(file).toMatchObject({ type: 'application/pdf', size: PDF.length, fileName: 'passwd.pdf' })
  expect(file.name).toMatch(/^[0-9a-f]{32}\.pdf$/)
  const { bytes } = await openAttachment(author, file.name)
  expect(Buffer.concat(await bytes.toArray())).toEqual(PDF)
})

test.each<[string, Buffer]>([
  ['a page named as a PDF', Buffer.from('<script>alert(1)</script>')],
  ['a page behind a PDF header', Buffer.from('%PDF-1.4\n<script>alert(1)</script>')],
  ['a PNG with something behind it', Buffer.concat([PNG, Buffer.from('<script>')])],
  ['half a PNG', PNG.subarray(0, 40)],
  ['a JPEG that is only its marker', Buffer.from('ffd8ffe0', 'hex')],
  ['nothing', Buffer.alloc(0)],
])('%s is refused', async (_, bytes) => {
  await expect(upload(bytes)).rejects.toMatchObject({ problems: [{ path: 'file' }] })
})

test('a gigabyte is cut at ten megabytes, and nothing is kept', async () => {
  const before = await readdir(path.join(directory, 'attachments'))
  const mega = Buffer.alloc(1024 * 1024, 1)
  let sent = 0
  async function* gigabyte(): AsyncIterable<Uint8Array> {
    for (; sent < 1024; sent += 1) yield mega
  }
  const uploading = uploadAttachment({
    viewer: author,
    fileName: 'x.pdf',
    clock: Date.now,
    body: gigabyte(),
  })
  await expect(uploading).rejects.toBeInstanceOf(TooLarge)
  expect(sent).toBe(10)
  expect(await readdir(path.join(directory, 'attachments'))).toEqual(before)
})

test('what no accepted statement cites is for its author and the reviewers', async () => {
  const { name } = await upload(PNG, 'photo.png')
  expect((await openAttachment(reviewer, name)).file.type).toBe('image/png')
  await expect(openAttachment(other, name)).rejects.toBeInstanceOf(Forbidden)
  await expect(openAttachment(visitor('public'), name)).rejects.toBeInstanceOf(Unauthenticated)
  await expect(openAttachment(author, 'no.pdf')).rejects.toBeInstanceOf(NotFound)
  await expect(upload(PNG, 'x.png', visitor('public'))).rejects.toBeInstanceOf(Unauthenticated)
  await expect(pool().query('delete from attachment')).rejects.toMatchObject({ code: 'PB001' })
})

test('an upload under a key is one file, however often it is sent; the key with another file is refused', async () => {
  const send = (bytes: Buffer) =>
    uploadAttachment({
      ...{ viewer: author, fileName: 'a.pdf', key: 'upload-1', clock: Date.now },
      body: chunks([bytes]),
    })
  const before = (await readdir(path.join(directory, 'attachments'))).length
  const [first, again] = [await send(PDF), await send(PDF)]
  expect(again).toEqual(first)
  await expect(send(PNG)).rejects.toMatchObject({ code: 'key_reused' })
  expect((await readdir(path.join(directory, 'attachments'))).length).toBe(before + 1)
})
