import { apiText } from '@/lib/api-text'
import type { ExportColumn } from '@/lib/data/export-columns'
import type { Measured } from '@/lib/files/read-rows'
import type { ColumnKind } from '@/lib/files/table'
import type { ExportFile } from '@/lib/schemas/export-files'

const PROFILES = 'https://datapackage.org/profiles/2.0'
const TYPES: Record<ColumnKind, string> = {
  text: 'string',
  literal: 'string',
  integer: 'integer',
  decimal: 'number',
  date: 'date',
  period: 'string',
  boolean: 'boolean',
  instant: 'datetime',
  url: 'string',
}
const KEYS: Partial<Record<ExportFile, string>> = { agreements: 'reference', targets: 'code' }

/** A CSV file of the archive as it was written. */
export interface Packed {
  file: ExportFile
  columns: ExportColumn[]
  measured: Measured
}

function field({ name, kind }: ExportColumn, title: string) {
  return {
    name,
    title,
    type: TYPES[kind],
    ...(kind === 'boolean' && { trueValues: ['true'], falseValues: ['false'] }),
  }
}

/** The description of the archive as a Data Package, version 2 of Frictionless: every file with its size, hash, dialect, fields and keys. */
export function dataPackage(files: readonly Packed[], description: string): string {
  const t = apiText('en')
  const resources = files.map(({ file, columns, measured }) => ({
    $schema: `${PROFILES}/dataresource.json`,
    name: file,
    path: `${file}.csv`,
    type: 'table',
    title: t(`exports.files.${file}`),
    description: t(`data.files.${file}`),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: measured.bytes,
    hash: `sha256:${measured.sha256}`,
    dialect: { $schema: `${PROFILES}/tabledialect.json`, delimiter: ',', lineTerminator: '\r\n' },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: columns.map((column) =>
        field(column, t(`exports.columns.${column.name}` as Parameters<typeof t>[0])),
      ),
      missingValues: [''],
      ...keysOf(file),
    },
  }))
  return JSON.stringify(
    {
      $schema: `${PROFILES}/datapackage.json`,
      name: 'pledgebook',
      title: t('exports.readme.title'),
      description,
      resources,
    },
    null,
    2,
  )
}

function keysOf(file: ExportFile) {
  const key = KEYS[file]
  if (key) return { primaryKey: [key] }
  const reference = { resource: 'agreements', fields: ['reference'] }
  return { foreignKeys: [{ fields: ['reference'], reference }] }
}
