import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNull } from '@/app/(portfolio)/or-not-found'
import { LinkOver } from '@/components/accounts/link-over'
import { newPasswordFields } from '@/components/accounts/password-fields'
import { ActionForm } from '@/components/forms/action-form'
import { PageTitle } from '@/components/ui/page-title'
import { getLink } from '@/lib/features/accounts/get-link'
import { choosePassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('resetTitle'), referrer: 'same-origin' }
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await orNull(getLink('reset', token))
  if (link === null) return <LinkOver />
  const t = await getTranslations('accounts')
  return (
    <>
      <PageTitle title={t('resetTitle')} lead={t('resetLead', { email: link.email })} />
      <div className="max-w-md">
        <ActionForm
          action={choosePassword}
          label={t('resetTitle')}
          hidden={{ token }}
          submit={t('save')}
          fields={newPasswordFields(t)}
        />
      </div>
    </>
  )
}
