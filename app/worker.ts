import { today } from '@/lib/clock'
import { isDraining } from '@/lib/features/health/is-draining'
import { forgetStaged } from '@/lib/features/imports/forget-staged'
import { workOnStaged } from '@/lib/features/imports/work-on-staged'
import { deliverDue } from '@/lib/features/webhooks/deliver-due'
import { turnDay } from '@/lib/features/webhooks/turn-day'
import { log } from '@/lib/log'

const EVERY_MS = 2_000
/** A database that is away is not asked every two seconds. */
const AFTER_FAILURE_MS = 30_000

let turned = ''

/** One round: the turn of the day, once a day, then everything that is due. */
async function work(): Promise<void> {
  const day = today()
  if (day !== turned) {
    await turnDay(Date.now)
    await forgetStaged()
    turned = day
  }
  while (!isDraining() && (await deliverDue()) > 0);
}

/** Files that somebody brought: usually judged by whoever was asked, unless that one died. */
async function workOnFiles(): Promise<void> {
  while (!isDraining() && (await workOnStaged()));
}

function every(work: () => Promise<void>, failure: string): void {
  const round = async () => {
    if (isDraining()) return
    try {
      await work()
      setTimeout(round, EVERY_MS).unref()
    } catch (error) {
      log().warn({ err: error }, failure)
      setTimeout(round, AFTER_FAILURE_MS).unref()
    }
  }
  void round()
}

/** What is due beside the requests, for as long as the process runs: webhooks are told, brought files judged and written. Several instances share the work. */
export function startWorker(): void {
  every(work, 'webhooks wait')
  every(workOnFiles, 'a brought file failed')
}
