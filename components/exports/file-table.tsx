import { useLocale, useTranslations } from 'next-intl'
import { addressOf } from '@/components/portfolio/directory-address'
import { RecordTable } from '@/components/ui/record-table'
import { formatNumber } from '@/lib/format'
import { type ExportFile, IMPORTABLE_FILES } from '@/lib/schemas/export-files'
import { type Filters, noFilters } from '@/lib/schemas/filters'

interface Counted {
  file: ExportFile
  rows: number
  columns: number
}

/** Every file with its rows before anybody clicks, and a link for each form that it can take. */
export function FileTable({ files, filters }: { files: Counted[]; filters: Filters }) {
  const t = useTranslations()
  const locale = useLocale()
  const link = ({ file }: Counted, label: string, form: string, more: Partial<Filters>) => {
    const { asOf, knownAt } = filters
    const asked = file === 'targets' ? { ...noFilters(), asOf, knownAt } : filters
    const href = addressOf(`/api/v1/${file}.${form}`, { ...asked, ...more })
    // The language of a workbook's heads is part of what is downloaded, so it stands in the address.
    const address =
      form === 'xlsx' ? `${href}${href.includes('?') ? '&' : '?'}lang=${locale}` : href
    return (
      <a
        href={address}
        download
        className="link inline-flex min-h-6 items-center"
        aria-label={`${t(`exports.files.${file}`)}: ${label}`}
      >
        {label}
      </a>
    )
  }
  return (
    <RecordTable
      caption={t('exports.filesTitle')}
      rows={files}
      keyOf={({ file }) => file}
      head={{
        label: t('exports.about.file'),
        cell: ({ file }) => (
          <span className="grid gap-1">
            {t(`exports.files.${file}`)}
            <span className="text-xs font-normal text-soft">{t(`data.files.${file}`)}</span>
          </span>
        ),
      }}
      columns={[
        {
          key: 'rows',
          label: t('exports.about.rows'),
          align: 'end',
          cell: ({ rows }) => formatNumber(locale, rows),
        },
        {
          key: 'columns',
          label: t('exports.columnCount'),
          align: 'end',
          cell: ({ columns }) => formatNumber(locale, columns),
        },
        {
          key: 'xlsx',
          label: t('exports.workbook'),
          cell: (row) => link(row, 'XLSX', 'xlsx', {}),
        },
        {
          key: 'csv',
          label: t('exports.data'),
          cell: (row) => link(row, t('data.csv'), 'csv', {}),
        },
        {
          key: 'excel',
          label: t('exports.excel'),
          cell: (row) => (
            <span className="flex flex-wrap gap-x-4">
              {link(row, t('data.excelFr'), 'csv', { excel: 'fr' })}
              {link(row, t('data.excelEn'), 'csv', { excel: 'en' })}
            </span>
          ),
        },
        {
          key: 'import',
          label: t('exports.again'),
          cell: (row) =>
            IMPORTABLE_FILES.includes(row.file)
              ? link(row, t('data.importShape'), 'csv', { shape: 'import' })
              : '–',
        },
      ]}
    />
  )
}
