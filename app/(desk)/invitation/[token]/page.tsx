import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNull } from '@/app/(portfolio)/or-not-found'
import { LinkOver } from '@/components/accounts/link-over'
import { newPasswordFields } from '@/components/accounts/password-fields'
import { ActionForm } from '@/components/forms/action-form'
import { PageTitle } from '@/components/ui/page-title'
import { getLink } from '@/lib/features/accounts/get-link'
import { accept } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('invitationTitle'), referrer: 'same-origin' }
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await orNull(getLink('invitation', token))
  if (link === null) return <LinkOver />
  const t = await getTranslations()
  const role = t(`codes.role.${link.role}`)
  const where = link.region === null ? t('accounts.allRegions') : t(`codes.region.${link.region}`)
  return (
    <>
      <PageTitle
        title={t('accounts.invitationTitle')}
        lead={t('accounts.invitationLead', { email: link.email, role, where })}
      />
      <div className="max-w-md">
        <ActionForm
          action={accept}
          label={t('accounts.invitationTitle')}
          hidden={{ token, username: link.email }}
          submit={t('accounts.invitationSubmit')}
          fields={[
            { name: 'name', label: t('accounts.name'), autoComplete: 'name' },
            ...newPasswordFields((key) => t(`accounts.${key}`)),
          ]}
        />
      </div>
    </>
  )
}
