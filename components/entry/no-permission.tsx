import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'

/** A form for which the account's role does not suffice. */
export function NoPermission({ title }: { title: string }) {
  const t = useTranslations('entry')
  return (
    <>
      <PageTitle title={title} />
      <EmptyState title={t('noPermissionTitle')}>{t('noPermissionText')}</EmptyState>
    </>
  )
}
