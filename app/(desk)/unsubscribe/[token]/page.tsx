import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { orNull } from '@/app/(portfolio)/or-not-found'
import { ActionForm } from '@/components/forms/action-form'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { getSubscription } from '@/lib/features/schedules/get-subscription'
import { formatInstant } from '@/lib/format'
import { leave } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('schedules')
  // The token stays here. No stricter: a browser that tells no referrer at all hides where a form was sent from, too.
  return { title: t('leaveTitle'), referrer: 'same-origin', robots: 'noindex' }
}

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await orNull(getSubscription(token))
  const t = await getTranslations('schedules')
  const locale = await getLocale()
  if (found === null)
    return (
      <>
        <PageTitle title={t('leaveTitle')} />
        <Notice kind="warning" title={t('leaveNowhere')}>
          <p>{t('leaveNowhereText')}</p>
        </Notice>
      </>
    )
  const { address, title, leftAt } = found
  return (
    <>
      <PageTitle title={t('leaveTitle')} lead={t('leaveLead', { title, address })} />
      <div className="max-w-measure">
        {leftAt === null ? (
          <ActionForm
            action={leave}
            label={t('leaveTitle')}
            hidden={{ token }}
            submit={t('leave')}
          />
        ) : (
          <Notice role="status" title={t('left', { at: formatInstant(locale, leftAt) })}>
            <p>{t('leftText')}</p>
          </Notice>
        )}
      </div>
    </>
  )
}
