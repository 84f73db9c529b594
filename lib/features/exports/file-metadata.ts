import type { ExportColumn } from '@/lib/data/export-columns'
import type { ExportAsked } from '@/lib/data/exports'
import { METHOD } from '@/lib/domain/method'
import type { ColumnKind } from '@/lib/files/table'
import { printFilters } from '@/lib/schemas/filters'
import type { FileMetadata } from '@/lib/schemas/responses/file'

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

/** The CSVW metadata of a file: its columns with types and units, and what it was asked for: filter, both clocks, method, number of rows (contract, section 6). `url` says where the file lies. */
export function fileMetadata(
  asked: ExportAsked,
  { columns, rowCount, url }: { columns: ExportColumn[]; rowCount: number; url: string },
): FileMetadata {
  const { excel, shape } = asked.filters
  const comma = excel === 'fr' && shape === null
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    dialect: {
      encoding: 'utf-8',
      delimiter: excel === 'fr' ? ';' : ',',
      lineTerminators: ['\r\n'],
      header: true,
    },
    tableSchema: { columns: columns.map((column) => describeColumn(column, comma)) },
    notes: [
      {
        filter: printFilters(asked.filters),
        asOf: asked.asOf,
        knownAt: asked.knownAt === null ? null : new Date(asked.knownAt).toISOString(),
        method: METHOD,
        rowCount,
      },
    ],
  }
}
