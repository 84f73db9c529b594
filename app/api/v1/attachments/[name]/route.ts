import { others } from '@/app/api/methods'
import { onlyKeys, staff } from '@/app/api/staff'
import { openAttachment } from '@/lib/features/attachments/open-attachment'
import { byteStream } from '@/lib/http'

/** An uploaded source: a download only, never a page of ours. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  return staff(request, async ({ viewer, address }) => {
    onlyKeys(address, [])
    const { file, bytes } = await openAttachment(viewer, (await params).name)
    return new Response(byteStream(bytes), {
      headers: {
        'content-type': file.type,
        'content-length': String(file.size),
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      },
    })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
