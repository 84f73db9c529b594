import { MEANS } from '@/app/scheduled-mail'
import { today } from '@/lib/clock'
import { isDraining } from '@/lib/features/health/is-draining'
import { forgetStaged } from '@/lib/features/imports/forget-staged'
import { workOnStaged } from '@/lib/features/imports/work-on-staged'
import { makeTurns } from '@/lib/features/schedules/make-turns'
import { sendDue } from '@/lib/features/schedules/send-due'
import { deliverDue } from '@/lib/features/webhooks/deliver-due'
import { turnDay } from '@/lib/features/webhooks/turn-day'
import { log } from '@/lib/log'

const EVERY_MS = 2_000
/** A database that is away is not asked every two seconds. */
const AFTER_FAILURE_MS = 30_000

let turned = ''
let forgot = ''

/** One round for webhooks: the turn of the day, once a day, then everything that is due. */
async function tellWebhooks(): Promise<void> {
  const day = today()
  if (day !== turned) {
    await turnDay(Date.now)
    turned = day
  }
  while (!isDraining() && (await deliverDue()) > 0);
}

/** One round for reports that are sent regularly: the turns that have come, then the mails that are due. */
async function sendReports(): Promise<void> {
  while (!isDraining() && (await makeTurns(Date.now)) > 0);
  while (!isDraining() && (await sendDue(MEANS)) > 0);
}

/** One round for files that somebody brought: usually worked on by whoever was asked, unless that one died. */
async function workOnFiles(): Promise<void> {
  const day = today()
  if (day !== forgot) {
    await forgetStaged()
    forgot = day
  }
  while (!isDraining() && (await workOnStaged()));
}

function again(what: string, work: () => Promise<void>): void {
  const round = async () => {
    if (isDraining()) return
    try {
      await work()
      setTimeout(round, EVERY_MS).unref()
    } catch (error) {
      log().warn({ err: error }, `${what} wait`)
      setTimeout(round, AFTER_FAILURE_MS).unref()
    }
  }
  void round()
}

/** Sends what is due beside the requests, for as long as the process runs: a slow mail server holds up no webhook. Several instances share the work. */
export function startWorker(): void {
  again('webhooks', tellWebhooks)
  again('reports', sendReports)
  again('brought files', workOnFiles)
}
