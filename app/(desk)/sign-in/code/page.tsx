import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { enterCode } from '@/app/(desk)/sign-in/actions'
import { ActionForm } from '@/components/forms/action-form'
import { PageTitle } from '@/components/ui/page-title'
import { nextPath } from '@/lib/next-path'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('codeTitle') }
}

export default async function CodePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const t = await getTranslations('accounts')
  return (
    <>
      <PageTitle title={t('codeTitle')} lead={t('codeLead')} />
      <div className="max-w-sm">
        <ActionForm
          action={enterCode}
          label={t('codeTitle')}
          hidden={{ next: nextPath((await searchParams).next) }}
          submit={t('signIn')}
          fields={[{ name: 'code', label: t('code'), autoComplete: 'one-time-code', ltr: true }]}
        />
      </div>
    </>
  )
}
