import { z } from 'zod'
import messages from '@/lib/messages/en.json'

/** As the page's script calls an action, and as its form does where there is no script. */
export const WAYS = ['script', 'form'] as const
export type Way = (typeof WAYS)[number]

export type Fields = Readonly<Record<string, string | File>>

/** A call of an action, by whoever sends these cookies. */
export interface Call {
  origin: string
  /** The page that the call is posted to; it carries the action. */
  path: string
  id: string
  cookie: string | null
  /** What the form held before, bound to the action; null: the action takes the form alone. */
  state: object | null
  fields: Fields
  /** The origin of the page that sends it; absent: our own. */
  from?: string
}

/** What a form of the desk holds before anything was sent. */
export const UNTOUCHED = {
  ...{ turn: 0, values: {}, errors: {}, error: null, done: null, revealed: [], picture: null },
}

function headersOf({ origin, from = origin, cookie }: Call): Record<string, string> {
  return { origin: from, 'accept-language': 'en', ...(cookie !== null && { cookie }) }
}

/** Posts a form to its page, as a browser without JavaScript does. */
export function callByForm(call: Call): Promise<Response> {
  const { origin, path, id, state, fields } = call
  const body = new FormData()
  if (state === null) body.append(`$ACTION_ID_${id}`, '')
  else {
    body.append('$ACTION_REF_1', '')
    body.append('$ACTION_1:0', JSON.stringify({ id, bound: '$@1' }))
    body.append('$ACTION_1:1', JSON.stringify([state]))
  }
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return fetch(`${origin}${path}`, {
    ...{ method: 'POST', headers: headersOf(call), body, redirect: 'manual' },
  })
}

/** Calls an action with arguments, as the script of a page does; a form is the last of them. */
export function callByScript(call: Call, args?: readonly unknown[]): Promise<Response> {
  const { origin, path, id, state, fields } = call
  const body = new FormData()
  const form = state === null ? ['$K1'] : [state, '$K1']
  if (args === undefined)
    for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
  body.append('0', JSON.stringify(args ?? form)) // last: whoever reads it looks for the form at once
  const headers = { ...headersOf(call), 'next-action': id, accept: 'text/x-component' }
  return fetch(`${origin}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
}

export type Outcome = 'granted' | 'refused'

const formState = z.object({
  error: z.string().nullable(),
  errors: z.record(z.string(), z.string()),
})
// What an entry form sent and got back unchanged is only pointed at.
const entryState = z.object({ outcome: z.string().nullable(), problems: z.unknown() })

/** The row of React's stream with this number; a long text states its length and has no line end. */
function rowOf(stream: Buffer, number: string): string | undefined {
  for (let at = 0; at < stream.length; ) {
    const head = stream.toString('latin1', at, at + 30)
    const [long, length = '0'] = /^[0-9a-f]+:T([0-9a-f]+),/.exec(head) ?? []
    const line = stream.indexOf('\n', at)
    const end = long
      ? at + long.length + Number.parseInt(length, 16)
      : line < 0
        ? stream.length
        : line
    if (head.startsWith(`${number}:`)) return stream.toString('utf8', at + number.length + 1, end)
    at = long ? end : end + 1
  }
  return undefined
}

/** The action's own answer. */
function returned(stream: Buffer): unknown {
  const row = rowOf(stream, '1')
  if (row === undefined) throw new Error(`no answer of an action: ${stream.toString()}`)
  return row.startsWith('E') ? new Error(row) : JSON.parse(row)
}

/** What an action that a script called said. Throws where it said neither yes nor that the account may not. */
export async function saidByScript(response: Response): Promise<Outcome> {
  const led = response.headers.get('x-action-redirect')
  if (led !== null) return led.startsWith('/sign-in') ? 'refused' : 'granted'
  const stream = Buffer.from(await response.arrayBuffer())
  if (!response.headers.get('content-type')?.startsWith('text/x-component'))
    throw new Error(`answered ${response.status}: ${stream.toString()}`)
  const said = returned(stream)
  if (said instanceof Error) return 'refused'
  const entry = entryState.safeParse(said)
  if (entry.success) return saidByEntry(entry.data)
  const form = formState.safeParse(said)
  if (!form.success) return 'granted' // a reading that answers with what it found
  const { error, errors } = form.data
  if (error === messages.http.detail403 || error === messages.accounts.gone) return 'refused'
  if (error === null && Object.keys(errors).length === 0) return 'granted'
  throw new Error(`said ${JSON.stringify(form.data)}`)
}

function saidByEntry({ outcome, problems }: z.output<typeof entryState>): Outcome {
  if (outcome === 'signedOut' || outcome === 'forbidden') return 'refused'
  if (outcome === 'kept' || outcome === 'submitted') return 'granted'
  throw new Error(`said ${outcome} ${JSON.stringify(problems)}`)
}
