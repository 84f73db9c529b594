import type { Readable } from 'node:stream'
import { XLSX_TYPE } from '@/lib/files/xlsx'
import { byteStream } from '@/lib/http'

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: XLSX_TYPE,
  zip: 'application/zip',
}

/** A file that is saved under its name, streamed. Nobody reads the body of a HEAD, and an unread file would keep its connection to the database for ever. */
export function download(
  request: Request,
  { stream, name }: { stream: Readable | null; name: string },
  headers: Record<string, string> = {},
): Response {
  const unread = request.method === 'HEAD'
  if (unread) stream?.destroy()
  return new Response(unread || stream === null ? null : byteStream(stream), {
    headers: {
      'content-type': TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
      ...headers,
    },
  })
}
