import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Query } from '@/app/(portfolio)/request'
import { addressOf } from '@/app/address-of'
import { member } from '@/app/session'
import { NoPermission } from '@/components/entry/no-permission'
import { problemText } from '@/components/review/field-words'
import { DropForm } from '@/components/staging/drop-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import { holds } from '@/lib/domain/permissions'
import { listStaged } from '@/lib/features/imports/list-staged'
import { formatNumber, formatTime } from '@/lib/format'
import { IMPORT_KINDS } from '@/lib/schemas/import'
import { parseImportAddress } from '@/lib/schemas/staged-address'

const KB = 1024

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staging')
  return { title: t('title') }
}

export default async function ImportPage({ searchParams }: { searchParams: Query }) {
  const { viewer } = await member()
  const t = await getTranslations()
  const locale = await getLocale()
  if (viewer.actor === 'nobody' || !holds(viewer.actor, 'proposal.create'))
    return <NoPermission title={t('staging.title')} />
  const problem = parseImportAddress(await addressOf(searchParams))
  const files = await listStaged(viewer)
  const size = (bytes: number) =>
    bytes >= KB * KB
      ? t('staging.size', { size: formatNumber(locale, Math.round(bytes / KB / KB)) })
      : t('staging.sizeSmall', { size: formatNumber(locale, Math.ceil(bytes / KB)) })
  return (
    <>
      <PageTitle title={t('staging.title')} lead={t('staging.lead')} />
      {problem && (
        <div className="mb-8">
          <Notice kind="danger" role="alert" title={t('staging.refusedTitle')}>
            <p>{problemText(t, { path: 'file', ...problem })}</p>
          </Notice>
        </div>
      )}
      <DropForm
        action="/api/import-files"
        kinds={IMPORT_KINDS.map((value) => ({
          value,
          label: t(`staging.kinds.${value}`),
          hint: t(`staging.kindHints.${value}`),
        }))}
        words={{
          ...{ file: t('staging.file'), hint: t('staging.fileHint'), drop: t('staging.drop') },
          ...{ kind: t('staging.kind'), send: t('staging.send'), sending: t('staging.sending') },
        }}
      />
      <p className="mt-6 max-w-measure text-sm text-soft">
        {t.rich('staging.own', {
          link: (text) => (
            <a href="/data#downloads" className="link">
              {text}
            </a>
          ),
        })}
      </p>
      <Section id="mine" title={t('staging.mineTitle')}>
        {files.length === 0 ? (
          <EmptyState title={t('staging.mineEmpty')} />
        ) : (
          <RecordTable
            caption={t('staging.mineTitle')}
            below="md"
            rows={files}
            keyOf={({ id }) => id}
            head={{
              label: t('staging.fileHead'),
              cell: ({ id, fileName, kind, size: bytes }) => (
                <span className="grid gap-0.5">
                  <a href={`/import/${id}`} className="link break-all">
                    <bdi>{fileName}</bdi>
                  </a>
                  <span className="text-sm font-normal text-soft">
                    {t(`staging.kinds.${kind}`)} · {size(bytes)}
                  </span>
                </span>
              ),
            }}
            columns={[
              {
                key: 'rows',
                label: t('staging.rows'),
                align: 'end',
                cell: ({ counts }) => (counts ? formatNumber(locale, counts.read) : '–'),
              },
              {
                key: 'state',
                label: t('staging.state'),
                cell: ({ state }) => t(`staging.states.${state}`),
              },
              {
                key: 'since',
                label: t('staging.since'),
                cell: ({ createdAt }) => formatTime(locale, createdAt),
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}
