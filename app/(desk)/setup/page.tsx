import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { newPasswordFields } from '@/components/accounts/password-fields'
import { ActionForm } from '@/components/forms/action-form'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getSetUp } from '@/lib/features/accounts/get-set-up'
import { createFirst } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('setUpTitle'), referrer: 'same-origin' }
}

export default async function SetUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { token } = await searchParams
  const given = typeof token === 'string' ? token : ''
  const open = await orNotFound(getSetUp(given))
  const t = await getTranslations('accounts')
  if (!open)
    return (
      <>
        <PageTitle title={t('setUpTitle')} />
        <Notice title={t('setUpNoLink')} />
      </>
    )
  return (
    <>
      <PageTitle title={t('setUpTitle')} lead={t('setUpLead')} />
      <div className="max-w-md">
        <ActionForm
          action={createFirst}
          label={t('setUpTitle')}
          hidden={{ token: given }}
          submit={t('setUpSubmit')}
          fields={[
            { name: 'name', label: t('name'), autoComplete: 'name' },
            {
              name: 'email',
              label: t('email'),
              type: 'email',
              autoComplete: 'username',
              ltr: true,
            },
            ...newPasswordFields(t),
          ]}
        />
      </div>
    </>
  )
}
