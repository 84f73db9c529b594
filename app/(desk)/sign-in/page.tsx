import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { reading } from '@/app/session'
import { ActionForm } from '@/components/forms/action-form'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { env } from '@/lib/env'
import { nextPath } from '@/lib/next-path'
import { enter } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('signIn') }
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { next: wish, again } = await searchParams
  const next = nextPath(wish)
  if ((await reading()).account) redirect(next)
  const t = await getTranslations('accounts')
  const closed = env().access === 'private'
  return (
    <>
      <PageTitle title={t('signIn')} lead={t(closed ? 'signInLeadPrivate' : 'signInLead')} />
      <div className="grid max-w-sm gap-6">
        {again && <Notice kind="warning" title={t('codeOver')} />}
        <ActionForm
          action={enter}
          label={t('signIn')}
          hidden={{ next }}
          submit={t('signIn')}
          fields={[
            {
              name: 'email',
              label: t('email'),
              type: 'email',
              autoComplete: 'username',
              inputMode: 'email',
              ltr: true,
            },
            {
              name: 'password',
              label: t('password'),
              type: 'password',
              autoComplete: 'current-password',
              ltr: true,
            },
          ]}
        />
        <p className="text-sm text-soft">{t('forgotten')}</p>
      </div>
    </>
  )
}
