import { EXAMPLES } from './api-examples'

/** The parts of the API, in the order in which they are told. */
export const TAGS = [
  ...['Reading', 'Files', 'Calculator', 'Proposing', 'Reviewing', 'History', 'Sources'],
  ...['Kept', 'Webhooks', 'Health'],
] as const
type Tag = (typeof TAGS)[number]

const PARTS: readonly [RegExp, Tag][] = [
  [/^\/api\/health/, 'Health'],
  [/\/standing$/, 'Calculator'],
  [/\.(csv|xlsx|zip)/, 'Files'],
  [/\/kept-reports/, 'Kept'],
  [/\/webhooks/, 'Webhooks'],
  [/\/attachments/, 'Sources'],
  [/\/(changes|history)/, 'History'],
  [/\/proposals\/(accept|\{id\}\/(accept|return))/, 'Reviewing'],
  [/\/(proposals|names|reports|amendments|events|retractions|import)/, 'Proposing'],
]

// An API that anybody reads: with an account a few answers say more.
const ANYBODY = [{}, { token: [] }, { session: [] }]
const ACCOUNTS = [{ token: [] }, { session: [] }]
const NOBODY: readonly Tag[] = ['Health']
const OPEN: readonly Tag[] = ['Reading', 'Files', 'Calculator']

/** How a call proves who makes it. */
export const SECURITY_SCHEMES = {
  token: { type: 'http', scheme: 'bearer', description: 'pb_…, from /admin/tokens.' },
  session: { type: 'apiKey', in: 'cookie', name: 'pledgebook.session_token' },
} as const

/** A name of a call that programs made from the description use: method and path in one word. */
export function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api(\/v1)?/, '')
    .replaceAll(/\{(\w+)\}/g, 'by $1')
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean)
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function tagOf(path: string, method: string): Tag {
  const writes = method !== 'get' && /\/agreements/.test(path)
  return writes ? 'Proposing' : (PARTS.find(([pattern]) => pattern.test(path))?.[1] ?? 'Reading')
}

function securityOf(tag: Tag, method: string) {
  if (NOBODY.includes(tag)) return []
  const reads = method === 'get' && tag === 'Kept'
  return reads || OPEN.includes(tag) ? ANYBODY : ACCOUNTS
}

interface Unfinished {
  summary: string
  parameters?: object[]
  requestBody?: { required: boolean; content: Record<string, object> }
  responses: object
}

function withExample(operation: Unfinished, id: string): Unfinished {
  const example = EXAMPLES[id]?.body
  if (example === undefined || operation.requestBody === undefined) return operation
  const content = Object.fromEntries(
    Object.entries(operation.requestBody.content).map(([type, media]) => [
      type,
      { ...media, example },
    ]),
  )
  return { ...operation, requestBody: { ...operation.requestBody, content } }
}

/** Gives every call its name, its part, who may make it, and an example of its body. */
export function finished(paths: Record<string, Record<string, Unfinished>>) {
  return Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => {
          const [id, tag] = [operationId(method, path), tagOf(path, method)]
          const named = { operationId: id, tags: [tag], security: securityOf(tag, method) }
          return [method, { ...named, ...withExample(operation, id) }]
        }),
      ),
    ]),
  )
}
