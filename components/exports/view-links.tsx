import { useLocale, useTranslations } from 'next-intl'
import { type Filters, printFilters } from '@/lib/schemas/filters'
import type { ViewName } from '@/lib/schemas/views'

const OF_THE_PAGE = { cursor: null, limit: undefined } as const

/** A list exactly as it is seen, in each form of a file. The language is part of what is seen, so it stands in the address. */
export function ViewLinks({
  view,
  filters,
  label,
}: {
  view: ViewName
  filters: Partial<Filters>
  /** What is taken, for whoever hears the links out of their place. */
  label: string
}) {
  const t = useTranslations('data')
  const locale = useLocale()
  const link = (form: 'csv' | 'xlsx', words: string, excel: Filters['excel']) => {
    const asked = printFilters({ ...filters, ...OF_THE_PAGE, excel, lang: locale })
    return (
      <a
        href={`/api/v1/views/${view}.${form}?${asked}`}
        download
        className="link inline-flex min-h-6 items-center"
        aria-label={`${label} ${words}`}
      >
        {words}
      </a>
    )
  }
  return (
    <span className="inline-flex flex-wrap gap-x-4">
      {link('csv', t('csv'), null)}
      {link('csv', t('excelFr'), 'fr')}
      {link('csv', t('excelEn'), 'en')}
      {link('xlsx', 'XLSX', null)}
    </span>
  )
}

/** The numbers of a chart or of tables as a file, under what they are shown. */
export function TableFile({
  view,
  filters,
  count,
}: {
  view: ViewName
  filters: Filters
  count: number
}) {
  const t = useTranslations('views')
  return (
    <p className="no-print mt-4 flex flex-wrap items-baseline gap-x-4 text-sm">
      <span>{t('table', { count })}</span>
      <ViewLinks view={view} filters={{ ...filters, sort: undefined }} label={t(`names.${view}`)} />
    </p>
  )
}
