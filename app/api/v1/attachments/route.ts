import { others } from '@/app/api/methods'
import { onlyKeys, privateJson, staff } from '@/app/api/staff'
import { uploadAttachment } from '@/lib/features/attachments/upload-attachment'

async function* nothing(): AsyncIterable<Uint8Array> {}

/** Keeps the file in the body, PDF, PNG or JPEG up to 10 MB, for proposals to cite by the name that is answered. */
export function POST(request: Request): Promise<Response> {
  return staff(request, async ({ viewer, key, address }) => {
    onlyKeys(address, ['fileName'])
    const fileName = address.get('fileName') ?? ''
    const body = (request.body as AsyncIterable<Uint8Array> | null) ?? nothing() // Node's streams iterate; the DOM's types do not say so
    const file = await uploadAttachment({ viewer, fileName, body, key, clock: Date.now })
    const { name, type, size } = file
    const kept = { name, type, size, fileName: file.fileName, sha256: file.sha256.toString('hex') }
    return privateJson(kept, { status: 201, location: `/api/v1/attachments/${name}` })
  })
}

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = others('POST')
