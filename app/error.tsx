'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'

function digestOf(error: unknown): string | null {
  return error instanceof Error && 'digest' in error ? String(error.digest) : null
}

/** What a reader sees when a page fails: what happened, what was kept, and a way on. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations('trouble')
  const digest = digestOf(error)
  return (
    <div role="alert">
      <PageTitle title={t('errorTitle')} lead={t('errorText')}>
        {digest && <p className="text-sm text-faint">{t('errorCode', { digest })}</p>}
      </PageTitle>
      <Button type="button" onClick={retry}>
        {t('retry')}
      </Button>
    </div>
  )
}
