import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { Unavailable } from '@/lib/errors'
import { inBucket } from './s3-store'

const KEY = 'AKIDEXAMPLE'
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'
const REGION = 'eu-west-3'
const files = new Map<string, Buffer>()

const hex = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()

/** The signature that Amazon's description asks for (Signature Version 4), computed without the client under test. */
function signatureOf({ method, url, headers }: IncomingMessage, signed: string, date: string) {
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`)
  const { pathname, search } = new URL(url ?? '', 'http://x')
  const asked = [method, pathname, search.slice(1), lines.join(''), signed]
  const canonical = [...asked, headers['x-amz-content-sha256']].join('\n')
  const day = date.slice(0, 8)
  const scope = `${day}/${REGION}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', date, scope, hex(canonical)].join('\n')
  const key = [REGION, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${SECRET}`, day))
  return { scope, signature: hmac(key, text).toString('hex') }
}

function isSigned(request: IncomingMessage): boolean {
  const [, credential, signed = '', given] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  const { scope, signature } = signatureOf(request, signed, String(request.headers['x-amz-date']))
  return credential === `${KEY}/${scope}` && given === signature && signed.includes('host')
}

/** A bucket that believes no request without its signature and keeps no bytes without their hash. */
const bucket = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const answer = (status: number, bytes?: Buffer) => response.writeHead(status).end(bytes)
  const { method, url = '' } = request
  if (!isSigned(request)) return answer(403)
  if (url.includes('broken')) return answer(400)
  if (method === 'PUT') {
    if (request.headers['x-amz-content-sha256'] !== hex(body)) return answer(400)
    files.set(url, body)
    return answer(200)
  }
  const kept = files.get(url)
  return kept ? answer(200, kept) : answer(404)
})
await new Promise<void>((resolve) => {
  bucket.listen(0, '127.0.0.1', resolve)
})
afterAll(() => new Promise((resolve) => bucket.close(resolve)))

const { port } = bucket.address() as AddressInfo
const urlWith = (secret: string, at = port) =>
  `http://${KEY}:${encodeURIComponent(secret)}@127.0.0.1:${at}/book/sources?region=${REGION}`
const store = inBucket(urlWith(SECRET))

test('a file that was put is opened again, byte for byte, below the prefix', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 251))
  await store.put('a.pdf', bytes)
  expect([...files.keys()]).toEqual(['/book/sources/a.pdf'])
  const opened = await store.open('a.pdf')
  expect(Buffer.concat((await opened?.toArray()) ?? []).equals(bytes)).toBe(true)
})

test('what is not there is null', async () => {
  expect(await store.open('none.pdf')).toBeNull()
})

test.each([
  ['a wrong secret', inBucket(urlWith('wrong'))],
  ['nobody who answers', inBucket(urlWith(SECRET, 9))],
])('%s: nothing is kept, and it is said', async (_, other) => {
  await expect(other.put('b.pdf', Buffer.from('b'))).rejects.toBeInstanceOf(Unavailable)
  await expect(other.open('a.pdf')).rejects.toBeInstanceOf(Unavailable)
  expect(files.has('/book/sources/b.pdf')).toBe(false)
})

test('a bucket that refuses a file is no success', async () => {
  await expect(store.put('broken.pdf', Buffer.from('b'))).rejects.toBeInstanceOf(Unavailable)
})
