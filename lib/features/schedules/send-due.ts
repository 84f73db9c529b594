import 'server-only'
import { accountViewer, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import {
  beginMail,
  closeAbandoned,
  type DueMail,
  type MailOutcome,
  settleMail,
  takeDueMails,
} from '@/lib/data/report-mails'
import { waitAfter } from '@/lib/domain/retries'
import { InvalidInput, Refused } from '@/lib/errors'
import { log } from '@/lib/log'
import { type Mail, sendMail } from '@/lib/mail'
import type { ExportFile } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { recipeOf } from './recipe'
import { SENDERS } from './senders'

const AT_ONCE = 10
/** Longer than a file takes to be read, and longer than the mail server is waited for. */
const LEASE_SECONDS = 600

/** A file to be sent, as somebody who has it sent sees it. */
export interface Wanted {
  viewer: Viewer
  file: ExportFile
  filters: Filters
  workbook: boolean
}

/** The file itself, or null where it is too large to be attached; its name and, for whoever would rather fetch it, its path. */
export interface Written {
  name: string
  contentType: string
  content: Buffer | null
  path: string
}

/** What the worker lends: the exports, and the words of a mail. Both belong to other rooms. */
export interface Means {
  write: (wanted: Wanted) => Promise<Written>
  compose: (
    due: DueMail,
    written: Written,
  ) => Pick<Mail, 'subject' | 'text' | 'headers' | 'messageId'>
}

async function written(due: DueMail, { write }: Means): Promise<Written> {
  const { file, profile, asOf, madeAt, language, author } = due
  const filters = recipeOf(due, { asOf, knownAt: madeAt, profile, language })
  return write({ viewer: accountViewer(author), file, filters, workbook: profile === 'xlsx' })
}

function outcomeOf(error: unknown, attempts: number): MailOutcome {
  const failure = codeOf(error)
  const reason = error instanceof Refused ? String(error.values?.reason ?? '') || null : null
  const wait = waitAfter(attempts, Math.random())
  // What the server refuses with a code from 500 on it refuses every time (RFC 5321, section 4.2.1).
  const forGood = failure === 'mail_refused' && reason !== null && reason.startsWith('5')
  if (forGood || failure === 'report_unreadable' || wait === null)
    return { state: 'given_up', failure, reason }
  return { state: 'waiting', failure, reason, wait }
}

function codeOf(error: unknown): string {
  if (error instanceof Refused) return error.code
  if (error instanceof InvalidInput) return 'report_unreadable'
  log().error({ err: error }, 'a report was not sent')
  return 'report_failed'
}

async function send(due: DueMail, file: Promise<Written>, { compose }: Means): Promise<void> {
  try {
    const whole = await file
    if (!(await beginMail(pool(), due, LEASE_SECONDS))) return
    const { name: filename, contentType, content } = whole
    await sendMail({
      ...compose(due, whole),
      to: due.address,
      replyTo: due.author.email,
      attachments: content === null ? [] : [{ filename, contentType, content }],
    })
  } catch (error) {
    await settleMail(pool(), due, outcomeOf(error, due.attempts))
    return
  }
  // Outside: a database that is away now must not make a mail that was taken one that failed.
  await settleMail(pool(), due, { state: 'sent' })
}

/**
 * Sends what is due, the file of a turn read once for all its addresses, and returns how many mails there were. For the
 * worker of the server, which asks in the name of whoever made the schedule. Once, as far as SMTP allows: a mail that was
 * being handed over when an instance died is not sent again by itself.
 */
export async function sendDue(means: Means): Promise<number> {
  await closeAbandoned(pool())
  const due = await takeDueMails(pool(), {
    ...{ limit: AT_ONCE, leaseSeconds: LEASE_SECONDS, senders: SENDERS },
  })
  const files = new Map<string, Promise<Written>>()
  for (const mail of due) {
    const file = files.get(mail.turn) ?? written(mail, means)
    files.set(mail.turn, file)
    await send(mail, file, means)
  }
  return due.length
}
