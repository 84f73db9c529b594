import { getTranslations } from 'next-intl/server'
import { fileQuery } from '@/components/agreements/list-address'
import { ActionForm } from '@/components/forms/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { Viewer } from '@/lib/auth/viewer'
import { holds } from '@/lib/domain/permissions'
import type { ExportFile } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { save } from './actions'

/** Keeps the file of what a page shows, for those with an account; nothing for others. */
export async function SaveReport({
  viewer,
  file,
  filters,
}: {
  viewer: Viewer
  file: ExportFile
  filters: Filters
}) {
  if (viewer.actor === 'nobody' || !holds(viewer.actor, 'report.save')) return null
  const t = await getTranslations('savedReports')
  return (
    <Disclosure summary={t('keep')}>
      <div className="max-w-xl">
        <p className="mb-4 text-sm text-soft">{t('keepHint')}</p>
        <ActionForm
          action={save}
          label={t('keep')}
          fields={[{ name: 'title', label: t('name'), autoComplete: 'off' }]}
          hidden={{ file, query: fileQuery(filters, null) }}
          submit={t('submit')}
        />
      </div>
    </Disclosure>
  )
}
