/** A call to be made. */
export interface Asked {
  method: string
  path: string
  parts: Record<string, string>
  query: [string, string][]
  headers: [string, string][]
  token: string
  body: FormDataEntryValue | null
}

/** What was answered: status and headers, and the beginning of the body. */
export interface Answer {
  head: string
  body: string
  cut: boolean
}

const MOST_CHARACTERS = 20_000
const TOLD = ['content-type', 'etag', 'location', 'retry-after', 'allow', 'cache-control']

// A file of a hundred thousand rows is not drawn: the rest is not even fetched.
async function beginning(response: Response): Promise<{ body: string; cut: boolean }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let body = ''
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || value === undefined) return { body, cut: false }
    body += value
    if (body.length > MOST_CHARACTERS) {
      await reader?.cancel()
      return { body: body.slice(0, MOST_CHARACTERS), cut: true }
    }
  }
}

function pretty(body: string, type: string): string {
  return /json/.test(type) ? JSON.stringify(JSON.parse(body), null, 2) : body
}

/** Makes a call: with a token and without cookies, or with the session of this browser. */
export async function send(asked: Asked): Promise<Answer> {
  const { method, path, parts, query, headers, token, body } = asked
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parts[name] ?? ''),
  )
  const search = new URLSearchParams(query)
  const sent = new Headers(headers)
  if (typeof body === 'string') sent.set('content-type', 'application/json')
  if (token !== '') sent.set('authorization', `Bearer ${token}`)
  const response = await fetch(`${address}${search.size > 0 ? `?${search}` : ''}`, {
    ...{ method, headers: sent, body },
    credentials: token === '' ? 'same-origin' : 'omit',
    cache: 'no-store',
  })
  const told = TOLD.flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [`${name}: ${value}`]
  })
  const read = await beginning(response)
  const type = response.headers.get('content-type') ?? ''
  return {
    head: [`${response.status} ${response.statusText}`, ...told].join('\n'),
    body: read.cut ? read.body : pretty(read.body, type),
    cut: read.cut,
  }
}
