import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { Unavailable } from '@/lib/errors'
import type { AttachmentStore } from './attachment-store'

const WITHIN_MS = 30_000
const DEFAULT_REGION = 'us-east-1'

/** A bucket of any S3 API as a store. `url`: https://KEY:SECRET@host/bucket[/prefix]?region=…, key and secret percent-encoded. Its verbs throw Unavailable when the bucket does not answer as it should. */
export function inBucket(url: string): AttachmentStore {
  const { protocol, host, pathname, username, password, searchParams } = new URL(url)
  const place = `${protocol}//${host}${pathname.replace(/\/$/, '')}`
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: 's3',
    region: searchParams.get('region') ?? DEFAULT_REGION,
    retries: 2,
  })
  const ask = (name: string, init: RequestInit) =>
    client
      .fetch(`${place}/${name}`, { ...init, signal: AbortSignal.timeout(WITHIN_MS) })
      .catch((cause: unknown) => {
        throw new Unavailable(undefined, { cause })
      })
  return {
    async put(name, bytes) {
      // The bucket itself holds the bytes to this hash: a file that was cut on the way is refused.
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
      const answer = await ask(name, { method: 'PUT', headers, body: new Uint8Array(bytes) })
      await answer.body?.cancel()
      if (!answer.ok) throw refusedBy(answer)
    },
    async open(name) {
      const answer = await ask(name, {})
      if (answer.ok && answer.body) return Readable.fromWeb(answer.body as ReadableStream) // the DOM's type of the same stream
      await answer.body?.cancel()
      if (answer.status === 404) return null
      throw refusedBy(answer)
    },
  }
}

function refusedBy({ status }: Response): Unavailable {
  return new Unavailable(undefined, { cause: new Error(`the bucket answered ${status}`) })
}
