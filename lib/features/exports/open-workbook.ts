import type { Readable } from 'node:stream'
import { apiText } from '@/lib/api-text'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { openSession } from '@/lib/data/exports'
import { FILE_COLUMNS } from '@/lib/data/file-columns'
import { METHOD } from '@/lib/domain/method'
import { aboutTable } from '@/lib/files/about-sheet'
import { measured, readRows } from '@/lib/files/read-rows'
import { xlsxOf } from '@/lib/files/xlsx'
import { filePath, type TableFile } from '@/lib/schemas/export-files'
import { type Filters, printFilters } from '@/lib/schemas/filters'
import { exportAsked } from './export-asked'

/**
 * A file of the portfolio as a workbook: the rows of the CSV file under the same filters with typed cells and heads in the
 * language asked for, and a second sheet that says what it is. Streamed. Throws Forbidden and InvalidInput before the first byte.
 */
export async function openWorkbook(
  viewer: Viewer,
  file: TableFile,
  filters: Filters,
): Promise<{ stream: Readable; name: string }> {
  authorise(viewer, 'portfolio.read')
  const asked = await exportAsked(file, filters)
  const locale = filters.lang ?? 'en'
  const t = apiText(locale)
  const query = printFilters({ ...filters, lang: null })
  const address = `${filePath(file)}.csv${query && `?${query}`}`
  const columns = FILE_COLUMNS[file].usual.map(({ name, kind }) => ({
    name,
    kind,
    label: t(`exports.columns.${name}` as Parameters<typeof t>[0]), // a test holds every column to a message
  }))
  const session = await openSession()
  let rowCount = 0
  let meter: ReturnType<typeof measured> | undefined
  const stream = xlsxOf(
    [
      {
        name: t(`exports.files.${file}`),
        table: async () => {
          meter = measured(await session.open(asked))
          return { columns, rows: counted(readRows(meter.stream, columns), () => rowCount++) }
        },
      },
      {
        name: t('exports.about.sheet'),
        table: () =>
          aboutTable(
            [
              [t('exports.about.file'), t(`exports.files.${file}`)],
              [t('exports.about.filters'), query || t('exports.about.noFilters')],
              [t('exports.about.asOf'), asked.asOf],
              [t('exports.about.knownAt'), knownText(asked.knownAt) ?? t('exports.about.all')],
              [t('exports.about.method'), METHOD],
              [t('exports.about.rows'), String(rowCount)],
              [t('exports.about.sha256'), meter?.result.sha256 ?? ''],
              [t('exports.about.csv'), address],
            ],
            [t('exports.about.what'), t('exports.about.value')],
          ),
      },
    ],
    { rightToLeft: locale === 'ar', close: session.close },
  )
  return { stream, name: `pledgebook-${file}-${asked.asOf}-${locale}.xlsx` }
}

function knownText(knownAt: number | null): string | null {
  return knownAt === null ? null : new Date(knownAt).toISOString()
}

async function* counted<T>(rows: AsyncIterable<T>, one: () => void): AsyncGenerator<T> {
  for await (const row of rows) {
    one()
    yield row
  }
}
