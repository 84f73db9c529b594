import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'

/** A single-use link that leads nowhere any more. */
export async function LinkOver() {
  const t = await getTranslations('accounts')
  return (
    <>
      <PageTitle title={t('linkOverTitle')} />
      <Notice kind="warning" title={t('linkOverText')} />
    </>
  )
}
