import { getLocale, getTranslations } from 'next-intl/server'
import { SaveReport } from '@/app/(portfolio)/r/save-report'
import { fileHref } from '@/components/agreements/list-address'
import { ViewLinks } from '@/components/exports/view-links'
import type { Viewer } from '@/lib/auth/viewer'
import type { ExportFile } from '@/lib/schemas/export-files'
import { type Filters, noFilters } from '@/lib/schemas/filters'
import type { ViewName } from '@/lib/schemas/views'

/**
 * The foot of a list: the list as it is seen, the file behind it with every column, and the way to keep that file as a
 * report. `carried` are the filters that the file understands too; a search that it does not know is said to stay here.
 */
export async function ListDownloads({
  viewer,
  view,
  count,
  filters,
  file,
  carried,
  searching = false,
}: {
  viewer: Viewer
  view: ViewName
  count: number
  filters: Partial<Filters>
  file: ExportFile
  carried: Partial<Filters>
  searching?: boolean
}) {
  const t = await getTranslations()
  const locale = await getLocale()
  const asked = { ...noFilters(), ...carried }
  return (
    <section aria-label={t('views.title')} className="no-print mt-8 grid gap-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span>{t('views.exactly', { count })}</span>
        <ViewLinks view={view} filters={filters} label={t(`views.names.${view}`)} />
      </p>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span>{t('views.full')}</span>
        <a
          href={fileHref(`/api/v1/${file}.csv`, asked, locale)}
          download
          className="link inline-flex min-h-6 items-center"
        >
          <bdi dir="ltr">{file}.csv</bdi>
        </a>
        <a
          href={fileHref('/exports', asked, null)}
          className="link inline-flex min-h-6 items-center"
        >
          {t('exports.more')}
        </a>
      </p>
      {searching && <p className="text-soft">{t('views.noSearch')}</p>}
      {!searching && <SaveReport viewer={viewer} file={file} filters={asked} />}
    </section>
  )
}
