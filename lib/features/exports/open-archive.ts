import type { Readable } from 'node:stream'
import { apiText } from '@/lib/api-text'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type ExportAsked, openSession } from '@/lib/data/exports'
import { FILE_COLUMNS } from '@/lib/data/file-columns'
import { METHOD } from '@/lib/domain/method'
import { env } from '@/lib/env'
import { measured } from '@/lib/files/read-rows'
import { type ZipEntry, zipOf } from '@/lib/files/zip'
import { EXPORT_FILES } from '@/lib/schemas/export-files'
import { type Filters, printFilters } from '@/lib/schemas/filters'
import { dataPackage, type Packed } from './data-package'
import { exportAsked, only } from './export-asked'
import { fileMetadata } from './file-metadata'

const LANGUAGES = ['en', 'fr', 'ar'] as const

/**
 * The whole portfolio under the filters as an archive for open data: every CSV file with its CSVW metadata, a Data Package
 * and a read-me in three languages, all of one state of the ledger. Streamed. Throws Forbidden and InvalidInput before the first byte.
 */
export async function openArchive(
  viewer: Viewer,
  filters: Filters,
): Promise<{ stream: Readable; name: string }> {
  authorise(viewer, 'portfolio.read')
  const asked = await Promise.all(
    EXPORT_FILES.map((file) => exportAsked(file, only(file, filters))),
  )
  const { asOf } = await exportAsked('agreements', filters)
  const query = printFilters({ ...filters, lang: null })
  const session = await openSession()
  const packed: Packed[] = []
  const data = asked.flatMap((one): ZipEntry[] => [
    {
      name: `${one.file}.csv`,
      open: async () => {
        const { stream, result } = measured(await session.open(one))
        packed.push({ file: one.file, columns: FILE_COLUMNS[one.file].usual, measured: result })
        return stream
      },
    },
    {
      name: `${one.file}.csv-metadata.json`,
      open: async () => metadataText(one, await session.describe(one)),
    },
  ])
  const readMes = LANGUAGES.map((language) => ({
    name: `README.${language}.md`,
    open: () => readMe(language, asOf, query),
  }))
  const lead = apiText('en')('exports.readme.lead', { asOf, method: METHOD })
  const entries = [
    ...readMes,
    ...data,
    { name: 'datapackage.json', open: () => dataPackage(packed, lead) },
  ]
  return { stream: zipOf(entries, session.close), name: `pledgebook-${asOf}.zip` }
}

function metadataText(
  asked: ExportAsked,
  described: Pick<Parameters<typeof fileMetadata>[1], 'columns' | 'rowCount'>,
): string {
  return JSON.stringify(fileMetadata(asked, { ...described, url: `${asked.file}.csv` }), null, 2)
}

function readMe(language: (typeof LANGUAGES)[number], asOf: string, query: string): string {
  const t = apiText(language)
  const files = EXPORT_FILES.map((file) => `- \`${file}.csv\`: ${t(`data.files.${file}`)}`)
  const parts = [
    `# ${t('exports.readme.title')}`,
    t('exports.readme.lead', { asOf, method: METHOD }),
    ...(query === '' ? [] : [t('exports.readme.filters', { filters: `\`${query}\`` })]),
    `## ${t('exports.readme.files')}`,
    files.join('\n'),
    `## ${t('exports.readme.reading')}`,
    t('exports.readme.format'),
    t('exports.readme.quantities'),
    t('exports.readme.guard'),
    t('exports.readme.metadata'),
    ...(env().demo
      ? [t('data.demo')]
      : [`## ${t('exports.readme.licence')}`, t('data.licenceText')]),
  ]
  return `${parts.join('\n\n')}\n`
}
