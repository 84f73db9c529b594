import { AGREEMENT_COLUMNS } from '@/lib/data/export-agreements'
import type { ExportColumn } from '@/lib/data/export-columns'
import {
  AMENDMENT_COLUMNS,
  AMENDMENT_IMPORT,
  COMMITMENT_COLUMNS,
  REPORT_COLUMNS,
  REPORT_IMPORT,
} from '@/lib/data/export-facts'
import { AGREEMENT_IMPORT } from '@/lib/data/export-import-shape'
import {
  EVENT_COLUMNS,
  EVENT_IMPORT,
  SIGNATORY_COLUMNS,
  TARGET_COLUMNS,
  TARGET_IMPORT,
} from '@/lib/data/export-others'
import { BEHIND_COLUMNS } from '@/lib/data/report-behind'
import { CHANGES_COLUMNS } from '@/lib/data/report-changes'
import { DUE_COLUMNS } from '@/lib/data/report-due'
import { PORTFOLIO_COLUMNS } from '@/lib/data/report-portfolio'
import { UNREPORTED_COLUMNS } from '@/lib/data/report-unreported'
import type { TableFile } from '@/lib/schemas/export-files'

/** The columns of every file in order, and those of its import shape where it has one. */
export const FILE_COLUMNS: Record<TableFile, { usual: ExportColumn[]; shaped: ExportColumn[] }> = {
  agreements: { usual: AGREEMENT_COLUMNS, shaped: AGREEMENT_IMPORT },
  reports: { usual: REPORT_COLUMNS, shaped: REPORT_IMPORT },
  commitments: { usual: COMMITMENT_COLUMNS, shaped: [] },
  amendments: { usual: AMENDMENT_COLUMNS, shaped: AMENDMENT_IMPORT },
  events: { usual: EVENT_COLUMNS, shaped: EVENT_IMPORT },
  signatories: { usual: SIGNATORY_COLUMNS, shaped: [] },
  targets: { usual: TARGET_COLUMNS, shaped: TARGET_IMPORT },
  portfolio: { usual: PORTFOLIO_COLUMNS, shaped: [] },
  due: { usual: DUE_COLUMNS, shaped: [] },
  behind: { usual: BEHIND_COLUMNS, shaped: [] },
  unreported: { usual: UNREPORTED_COLUMNS, shaped: [] },
  changes: { usual: CHANGES_COLUMNS, shaped: [] },
}
