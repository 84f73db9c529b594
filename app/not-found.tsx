import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trouble')
  return { title: t('notFoundTitle') }
}

export default async function NotFound() {
  const t = await getTranslations('trouble')
  return (
    <>
      <PageTitle kicker="404" title={t('notFoundTitle')} lead={t('notFoundText')} />
      <p className="flex flex-wrap gap-3">
        <ButtonLink look="primary" href="/agreements">
          {t('list')}
        </ButtonLink>
        <ButtonLink href="/">{t('home')}</ButtonLink>
      </p>
    </>
  )
}
