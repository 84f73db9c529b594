import { iso, unitOf } from '@/app/api/v1/amounts'
import type { Viewer } from '@/lib/auth/viewer'
import { HOME_CURRENCY } from '@/lib/domain/money'
import { holds } from '@/lib/domain/permissions'
import { MEASURES } from '@/lib/domain/types'
import { publicBase } from '@/lib/env'
import type { OpenedReport } from '@/lib/features/exports/open-report'

type Report = OpenedReport['report']
type Reading = Pick<Report, 'rowCount' | 'sha256' | 'figures'>

function readingJson({ query }: Report, { rowCount, sha256, figures }: Reading) {
  const asked = new URLSearchParams(query).get('measure')
  const measure = MEASURES.find((known) => known === asked) ?? 'net_new_jobs'
  const { amount } = unitOf(measure, HOME_CURRENCY)
  const whole = (value: string | null) => amount(value === null ? null : BigInt(value))
  return {
    ...{ rowCount, sha256 },
    figures: figures && {
      count: figures.count,
      promised: whole(figures.promised),
      created: whole(figures.created),
    },
  }
}

/** Where people read a kept report. */
export function keptReportUrl(id: string): string {
  return `${publicBase()}/r/${id}`
}

/** A kept report as the API gives it; who kept it is told to accounts alone. */
export function keptReportJson(viewer: Viewer, report: Report) {
  const { id, title, file, query, knownAt, method, author, createdAt } = report
  const named = viewer.actor !== 'nobody' && holds(viewer.actor, 'history.read')
  return {
    ...{ id, title, file, query, method },
    knownAt: iso(knownAt),
    ...readingJson(report, report),
    author: named ? author : null,
    keptAt: createdAt.toISOString(),
    url: keptReportUrl(id),
  }
}

/** A kept report beside what its address gives now. */
export function openedReportJson(viewer: Viewer, { report, same, differences, now }: OpenedReport) {
  return {
    ...keptReportJson(viewer, report),
    state: same ? 'same' : 'changed',
    differences,
    now: now && readingJson(report, now),
  }
}
