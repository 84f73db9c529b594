import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { reader } from '@/app/(portfolio)/request'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import { listReports } from '@/lib/features/exports/list-reports'
import { formatInstant, formatNumber } from '@/lib/format'
import { SentRegularly } from './sent-regularly'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('savedReports')
  return { title: t('title') }
}

export default async function SavedReportsPage() {
  const viewer = await reader()
  const reports = await listReports(viewer)
  const t = await getTranslations('savedReports')
  const locale = await getLocale()
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      {reports.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <RecordTable
          caption={t('title')}
          rows={reports}
          keyOf={({ id }) => id}
          head={{
            label: t('name'),
            cell: ({ id, title }) => (
              <a href={`/r/${id}`} className="link wrap-anywhere">
                <bdi>{title}</bdi>
              </a>
            ),
          }}
          columns={[
            {
              key: 'file',
              label: t('file'),
              cell: ({ file }) => (
                <code className="text-sm">
                  <bdi dir="ltr">{file}.csv</bdi>
                </code>
              ),
            },
            {
              key: 'rows',
              label: t('rows'),
              align: 'end',
              cell: ({ rowCount }) => formatNumber(locale, rowCount),
            },
            {
              key: 'kept',
              label: t('kept'),
              cell: ({ createdAt }) => formatInstant(locale, createdAt),
            },
          ]}
        />
      )}
      <SentRegularly viewer={viewer} />
    </>
  )
}
