import { z } from 'zod'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import type { Db } from '@/lib/data/client'
import { type ReportSchedule, selectSchedules } from '@/lib/data/report-schedules'
import { NotFound } from '@/lib/errors'
import { SENDERS } from './senders'

/** A schedule that the viewer may change. Throws Unauthenticated, Forbidden and NotFound. */
export async function ownSchedule(db: Db, viewer: Viewer, id: string): Promise<ReportSchedule> {
  authorise(viewer, 'report.schedule')
  const [found] = z.uuid().safeParse(id).success ? await selectSchedules(db, { id }, SENDERS) : []
  if (!found) throw new NotFound('schedule', id)
  const own = found.author === viewer.name
  authorise(viewer, 'report.schedule', { own, alone: false, regions: [] })
  return found
}
