import { createHash } from 'node:crypto'
import type { ExportAsked } from '@/lib/data/exports'
import { describeExport, openExport } from '@/lib/data/exports'
import { portfolioState } from '@/lib/data/portfolio'
import type { ReportFigures } from '@/lib/data/saved-reports'
import { figures } from '@/lib/domain/portfolio'

/** What tells two readings of one file apart. */
export interface Measured {
  columns: string[]
  rowCount: number
  /** Of the bytes of the file, in hexadecimal. */
  sha256: string
  figures: ReportFigures | null
}

async function hashOf(asked: ExportAsked): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of await openExport(asked)) hash.update(chunk)
  return hash.digest('hex')
}

// National targets are never added up, so they have no figures.
async function figuresOf(asked: ExportAsked): Promise<ReportFigures | null> {
  if (asked.file === 'targets') return null
  const { sums } = await portfolioState(asked)
  const { count, promised, reporting } = figures(sums)
  return {
    count,
    promised: promised.stated > 0 ? String(promised.value) : null,
    created: reporting.count > 0 ? String(reporting.created) : null,
  }
}

/** Reads a file to its end, byte for byte as it is handed out, and returns its hash with the numbers that it is remembered by. */
export async function measureReport(asked: ExportAsked): Promise<Measured> {
  const [{ columns, rowCount }, sha256, numbers] = await Promise.all([
    describeExport(asked),
    hashOf(asked),
    figuresOf(asked),
  ])
  return { columns: columns.map(({ name }) => name), rowCount, sha256, figures: numbers }
}
