import { authorise, type Viewer } from '@/lib/auth/viewer'
import type { ColumnKind, ExportColumn } from '@/lib/data/export-columns'
import { describeExport } from '@/lib/data/exports'
import { METHOD } from '@/lib/domain/method'
import type { ExportFile } from '@/lib/schemas/export-files'
import { type Filters, printFilters } from '@/lib/schemas/filters'
import type { FileMetadata } from '@/lib/schemas/responses/file'
import { exportAsked } from './export-asked'

const DATATYPES: Record<ColumnKind, string> = {
  text: 'string',
  literal: 'string',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  period: 'string',
  boolean: 'boolean',
  instant: 'dateTime',
  url: 'anyURI',
}

function describeColumn({ name, kind, unit }: ExportColumn, comma: boolean) {
  const base = DATATYPES[kind]
  const datatype =
    base === 'decimal' && comma ? ({ base, format: { decimalChar: ',' } } as const) : base
  return { name, titles: name, datatype, ...(unit && { 'schema:unitText': unit }) }
}

/** The CSVW metadata of a file: its columns with types and units, and what it was asked for: filter, both clocks, method, number of rows (contract, section 6). Throws Forbidden and InvalidInput. */
export async function describeFile(
  viewer: Viewer,
  file: ExportFile,
  filters: Filters,
): Promise<FileMetadata> {
  authorise(viewer, 'portfolio.read')
  const asked = await exportAsked(file, filters)
  const { columns, rowCount } = await describeExport(asked)
  const query = printFilters(filters)
  const comma = filters.excel === 'fr' && filters.shape === null
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: query === '' ? `${file}.csv` : `${file}.csv?${query}`,
    dialect: {
      encoding: 'utf-8',
      delimiter: filters.excel === 'fr' ? ';' : ',',
      lineTerminators: ['\r\n'],
      header: true,
    },
    tableSchema: { columns: columns.map((column) => describeColumn(column, comma)) },
    notes: [
      {
        filter: query,
        asOf: asked.asOf,
        knownAt: asked.knownAt === null ? null : new Date(asked.knownAt).toISOString(),
        method: METHOD,
        rowCount,
      },
    ],
  }
}
