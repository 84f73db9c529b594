import nodemailer, { type NodemailerError } from 'nodemailer'
import { env, isLoopback } from './env'
import { Refused } from './errors'
import { log } from './log'

/** One letter: plain text, and files where there are any. */
export interface Mail {
  to: string
  subject: string
  text: string
  /** Who gets the answer; without it the address of SMTP_FROM. */
  replyTo?: string
  attachments?: readonly { filename: string; contentType: string; content: string | Buffer }[]
  /** Names the letter, so that a receiver knows a repetition. */
  messageId?: string
  /** More headers, such as List-Unsubscribe. */
  headers?: Readonly<Record<string, string>>
}

// A person waits for the answer. The library's own patience is minutes.
const WITHIN_MS = 15_000
const LONGEST_REASON = 200

/** Whether a mail server is configured; where none is, what would be sent is shown to be copied. */
export function canMail(): boolean {
  return env().mail !== undefined
}

/** Hands one letter to the mail server. Throws Refused, with what the server said, when it does not take it, and when none is configured. */
export async function sendMail({ attachments, headers, ...mail }: Mail): Promise<void> {
  const configured = env().mail
  if (configured === undefined) throw new Refused('mail_off')
  const { url, from } = configured
  const transport = nodemailer.createTransport({
    url,
    // A password never crosses a network in the clear unless the address asks for it (?requireTLS=false).
    requireTLS: url.startsWith('smtp:') && !isLoopback(new URL(url).hostname),
    connectionTimeout: WITHIN_MS,
    greetingTimeout: WITHIN_MS,
    socketTimeout: WITHIN_MS,
    // What is attached comes as bytes: no path or address in a letter is ever followed.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      ...mail,
      from,
      attachments: attachments?.map((one) => ({ ...one })),
      headers: { ...headers },
    })
  } catch (error) {
    log().warn({ error: String(error) }, 'a letter was not sent')
    throw notSent(error)
  } finally {
    transport.close()
  }
}

function notSent(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code, response } = error as NodemailerError // every error of the library is one
  const said = { reason: (response ?? error.message).slice(0, LONGEST_REASON) }
  if (code === 'EAUTH') return new Refused('mail_login', said)
  if (response !== undefined) return new Refused('mail_refused', said)
  return new Refused('mail_unreachable', said)
}
