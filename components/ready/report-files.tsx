import { useLocale, useTranslations } from 'next-intl'
import { addressOf } from '@/components/portfolio/directory-address'
import { filePath, type ReadyReport } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'

/** The forms in which a ready-made report can be taken along, all with the same rows. */
export function ReportFiles({ report, filters }: { report: ReadyReport; filters: Filters }) {
  const t = useTranslations()
  const locale = useLocale()
  const link = (label: string, form: string, more: Partial<Filters>) => {
    const href = addressOf(`${filePath(report)}.${form}`, { ...filters, ...more })
    // The language of a workbook's heads is part of what is downloaded, so it stands in the address.
    const lang = form === 'xlsx' ? `${href.includes('?') ? '&' : '?'}lang=${locale}` : ''
    return (
      <a
        href={`${href}${lang}`}
        download
        className="link inline-flex min-h-6 items-center"
        aria-label={`${t(`exports.files.${report}`)}: ${label}`}
      >
        {label}
      </a>
    )
  }
  return (
    <span className="flex flex-wrap gap-x-4">
      {link('XLSX', 'xlsx', {})}
      {link(t('data.csv'), 'csv', {})}
      {link(t('data.excelFr'), 'csv', { excel: 'fr' })}
      {link(t('data.excelEn'), 'csv', { excel: 'en' })}
    </span>
  )
}
