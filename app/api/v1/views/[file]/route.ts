import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { answerRead } from '@/app/api/conditional'
import { download } from '@/app/api/download'
import { others } from '@/app/api/methods'
import { agreementsView } from '@/app/api/v1/views/agreements'
import { burnUpView } from '@/app/api/v1/views/burn-up'
import { calendarView } from '@/app/api/v1/views/calendar'
import { companiesView } from '@/app/api/v1/views/companies'
import { gapsView } from '@/app/api/v1/views/gaps'
import { signatoriesView } from '@/app/api/v1/views/signatories'
import { targetsView } from '@/app/api/v1/views/targets'
import type { View, ViewAsked } from '@/app/api/v1/views/view'
import { apiText } from '@/lib/api-text'
import { METHOD } from '@/lib/domain/method'
import { NotFound } from '@/lib/errors'
import { aboutTable } from '@/lib/files/about-sheet'
import { type CsvStyle, csvOf, csvWriter } from '@/lib/files/csv'
import { xlsxOf } from '@/lib/files/xlsx'
import type { Locale } from '@/lib/format'
import { problemResponse } from '@/lib/http'
import { type Filters, printFilters } from '@/lib/schemas/filters'
import { VIEW_FORMS, VIEW_NAMES, VIEWS, type ViewName } from '@/lib/schemas/views'

const OPEN: Record<ViewName, (asked: ViewAsked) => Promise<View>> = {
  agreements: agreementsView,
  companies: companiesView,
  signatories: signatoriesView,
  targets: targetsView,
  calendar: calendarView,
  'burn-up': burnUpView,
  gaps: gapsView,
}

const PLAIN: CsvStyle = { delimiter: ',', decimalComma: false, mark: false }

function styleOf({ excel }: Filters): CsvStyle {
  if (excel === 'fr') return { delimiter: ';', decimalComma: true, mark: true }
  return { ...PLAIN, mark: excel === 'en' }
}

/** The list with a second sheet that says what it is; the hash is that of the same rows as a CSV file. */
function workbookOf(name: ViewName, view: View, filters: Filters, locale: Locale): Readable {
  const t = apiText(locale)
  const query = printFilters(filters)
  const hash = createHash('sha256')
  let count = 0
  async function* rows() {
    const { head, line } = csvWriter(view.columns, PLAIN)
    hash.update(head)
    for await (const row of view.rows) {
      hash.update(line(row))
      count++
      yield row
    }
  }
  return xlsxOf(
    [
      { name: t(`views.names.${name}`), table: () => ({ columns: view.columns, rows: rows() }) },
      {
        name: t('exports.about.sheet'),
        table: () =>
          aboutTable(
            [
              [t('exports.about.file'), t(`views.names.${name}`)],
              [t('exports.about.filters'), query || t('exports.about.noFilters')],
              [t('exports.about.asOf'), view.asOf],
              [t('exports.about.method'), METHOD],
              [t('exports.about.rows'), String(count)],
              [t('exports.about.sha256'), hash.digest('hex')],
            ],
            [t('exports.about.what'), t('exports.about.value')],
          ),
      },
    ],
    { rightToLeft: locale === 'ar' },
  )
}

/** A list exactly as its page shows it: the columns, the order, the filters and the language, all pages at once. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file: asked } = await params
  const [given, form] = asked.split('.')
  const name = VIEW_NAMES.find((known) => known === given)
  if (!name || !VIEW_FORMS.some((known) => asked === `${name}.${known}`))
    return problemResponse(new NotFound('page', asked), request)
  return answerRead(request, VIEWS[name], async ({ viewer, filters }) => {
    const locale = filters.lang ?? 'en'
    const view = await OPEN[name]({ viewer, filters, locale, t: apiText(locale) })
    const stream =
      form === 'xlsx' ? workbookOf(name, view, filters, locale) : csvOf(view, styleOf(filters))
    const saved = `pledgebook-${name}-seen-${view.asOf}-${locale}.${form}`
    return download(request, { stream, name: saved })
  })
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = others('GET')
