import type { Readable } from 'node:stream'
import { apiText } from '@/lib/api-text'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type ExportAsked, openSession } from '@/lib/data/exports'
import { FILE_COLUMNS } from '@/lib/data/file-columns'
import { METHOD } from '@/lib/domain/method'
import { Refused } from '@/lib/errors'
import { aboutTable } from '@/lib/files/about-sheet'
import { measured, readRows } from '@/lib/files/read-rows'
import type { FileRow } from '@/lib/files/table'
import { xlsxOf } from '@/lib/files/xlsx'
import { isTooLong, MOST_CELL_TEXT, MOST_SHEET_ROWS } from '@/lib/files/xlsx-sheet'
import { filePath, type TableFile } from '@/lib/schemas/export-files'
import { type Filters, printFilters } from '@/lib/schemas/filters'
import { exportAsked, nameOf } from './export-asked'

// The head takes one of a worksheet's rows.
const MOST_ROWS = MOST_SHEET_ROWS - 1

/**
 * A file of the portfolio as a workbook: the rows of the CSV file under the same filters with typed cells and heads in the
 * language asked for, and a second sheet that says what it is. Streamed. Before the first byte throws Forbidden, InvalidInput,
 * and Refused where there are more rows than a worksheet holds.
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
  const query = printFilters({ ...asked.filters, lang: null })
  const address = `${filePath(file)}.csv${query && `?${query}`}`
  const columns = FILE_COLUMNS[file].usual.map(({ name, kind }) => ({
    name,
    kind,
    label: t(`exports.columns.${name}` as Parameters<typeof t>[0]), // a test holds every column to a message
  }))
  const session = await sessionFor(asked, address)
  let [rowCount, shortened] = [0, 0]
  let meter: ReturnType<typeof measured> | undefined
  const stream = xlsxOf(
    [
      {
        name: t(`exports.files.${file}`),
        table: async () => {
          meter = measured(await session.open(asked))
          const count = (row: FileRow) => {
            rowCount += 1
            shortened += row.filter(isTooLong).length
          }
          return { columns, rows: counted(readRows(meter.stream, columns), count) }
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
              ...(shortened > 0
                ? [
                    [
                      t('exports.about.shortened'),
                      t('exports.about.shortenedCells', { count: shortened, most: MOST_CELL_TEXT }),
                    ] as const,
                  ]
                : []),
              [t('exports.about.sha256'), meter?.result.sha256 ?? ''],
              [t('exports.about.csv'), address],
            ],
            [t('exports.about.what'), t('exports.about.value')],
          ),
      },
    ],
    { rightToLeft: locale === 'ar', close: session.close },
  )
  return { stream, name: `${nameOf(asked)}-${locale}.xlsx` }
}

function knownText(knownAt: number | null): string | null {
  return knownAt === null ? null : new Date(knownAt).toISOString()
}

async function sessionFor(asked: ExportAsked, address: string) {
  const session = await openSession()
  try {
    if (await session.isLonger(asked, MOST_ROWS))
      throw new Refused('workbook_too_long', { most: MOST_ROWS, address })
    return session
  } catch (error) {
    session.close()
    throw error
  }
}

async function* counted<T>(rows: AsyncIterable<T>, one: (row: T) => void): AsyncGenerator<T> {
  for await (const row of rows) {
    one(row)
    yield row
  }
}
