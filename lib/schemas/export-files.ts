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

/** Those that import takes back. */
export const IMPORTABLE_FILES: readonly ExportFile[] = [
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
