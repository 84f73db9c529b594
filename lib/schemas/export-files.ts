import type { IsoDate } from '@/lib/domain/types'
import type { Surface } from './filter-keys'
import type { Filters } from './filters'

/** The files that can be downloaded (contract, section 6). */
export const EXPORT_FILES = [
  'agreements',
  'reports',
  'commitments',
  'amendments',
  'events',
  'signatories',
  'targets',
] as const
export type ExportFile = (typeof EXPORT_FILES)[number]

/** Ready-made reports: the tables that an agency prints, each a page and a file. */
export const READY_REPORTS = ['portfolio', 'due', 'behind', 'unreported', 'changes'] as const
export type ReadyReport = (typeof READY_REPORTS)[number]

/** Everything that is handed out as one table. */
export type TableFile = ExportFile | ReadyReport

/** Those that import takes back. */
export const IMPORTABLE_FILES: readonly TableFile[] = [
  'agreements',
  'reports',
  'amendments',
  'events',
  'targets',
]

/** The forms in which each of them is answered, by how the address ends. */
export const FILE_FORMS = ['.csv', '.csv-metadata.json', '.xlsx'] as const

/** All of them in one archive. */
export const ARCHIVE = 'portfolio.zip'

/** What a page of a ready-made report and its workbook are asked for, and what its CSV file is. */
export const REPORT_SURFACES: Record<ReadyReport, { page: Surface; file: Surface }> = {
  portfolio: { page: 'report', file: 'reportFile' },
  due: { page: 'dueReport', file: 'dueReportFile' },
  behind: { page: 'report', file: 'reportFile' },
  unreported: { page: 'silentReport', file: 'silentReportFile' },
  changes: { page: 'changes', file: 'changesFile' },
}

function isReport(file: TableFile): file is ReadyReport {
  return READY_REPORTS.some((report) => report === file)
}

/** Where the API hands a table out, without the ending that says in which form. */
export function filePath(file: TableFile): string {
  return isReport(file) ? `/api/v1/reports/${file}` : `/api/v1/${file}`
}

/** Rows of a ready-made report that its page prints; the files hold all of them. */
export const MOST_PRINTED = 1000

const YEAR = 'YYYY'.length

/** The year of the report of what is due: the one asked for, else the year after asOf. */
export function yearOfDue({ year }: Pick<Filters, 'year'>, asOf: IsoDate): number {
  return year ?? Number(asOf.slice(0, YEAR)) + 1
}
