import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { permitted } from '@/app/(desk)/admin/permitted'
import { resend } from '@/app/(desk)/admin/webhooks/actions'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { addressOf } from '@/app/address-of'
import { ActionForm } from '@/components/forms/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import { getWebhook, type WebhookLog } from '@/lib/features/webhooks/get-webhook'
import { formatInstant } from '@/lib/format'
import { parsePageKeys } from '@/lib/schemas/proposals-filter'

type Delivery = WebhookLog['deliveries'][number]

const OWN_FAILURES = ['address_refused', 'timeout', 'secret_lost'] as const

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks')
  return { title: t('title') }
}

async function Answer({ delivery }: { delivery: Delivery }) {
  const t = await getTranslations('webhooks')
  const { status, milliseconds, failure, excerpt } = delivery
  if (milliseconds === null) return t('noAttempt')
  if (failure !== null) {
    const own = OWN_FAILURES.find((code) => code === failure)
    return own ? t(`failures.${own}`) : t('failed', { code: failure })
  }
  return (
    <>
      <bdi dir="ltr">{t('answered', { status: String(status), milliseconds })}</bdi>
      {excerpt && (
        <code className="block max-w-xs text-xs text-soft wrap-anywhere">
          <bdi dir="ltr">{excerpt.slice(0, 200)}</bdi>
        </code>
      )}
    </>
  )
}

export default async function WebhookPage({ params, searchParams }: Props) {
  const { viewer } = await permitted('webhook.manage')
  const { id } = await params
  const asked = parsePageKeys(await addressOf(searchParams))
  const { webhook, deliveries, next } = await orNotFound(getWebhook(viewer, id, asked))
  const t = await getTranslations('webhooks')
  const locale = await getLocale()
  return (
    <>
      <PageTitle
        kicker={
          <a href="/admin/webhooks" className="link">
            {t('back')}
          </a>
        }
        title={
          <bdi dir="ltr" className="wrap-anywhere">
            {webhook.url}
          </bdi>
        }
      />
      <Section id="log" title={t('log')} lead={t('logLead')}>
        {deliveries.length === 0 ? (
          <EmptyState title={t('empty')} />
        ) : (
          <RecordTable
            caption={t('log')}
            rows={deliveries}
            keyOf={(one) => String(one.id)}
            head={{
              label: t('event'),
              cell: ({ type, at, body }) => (
                <>
                  <code className="text-sm">
                    <bdi dir="ltr">{type}</bdi>
                  </code>
                  <span className="block text-sm font-normal text-soft">
                    {formatInstant(locale, at)}
                  </span>
                  <Disclosure summary={t('body')}>
                    <pre
                      dir="ltr"
                      className="max-w-md text-start text-xs font-normal whitespace-pre-wrap wrap-anywhere"
                    >
                      {JSON.stringify(JSON.parse(body), null, 2)}
                    </pre>
                  </Disclosure>
                </>
              ),
            }}
            columns={[
              { key: 'state', label: t('state'), cell: ({ state }) => t(`states.${state}`) },
              { key: 'attempts', label: t('attempts'), cell: ({ attempts }) => attempts },
              {
                key: 'answer',
                label: t('answer'),
                cell: (delivery) => <Answer delivery={delivery} />,
              },
              {
                key: 'resend',
                label: t('resend'),
                cell: (one) =>
                  webhook.endedAt === null && (
                    <ActionForm
                      action={resend}
                      hidden={{ webhook: id, delivery: String(one.id) }}
                      submit={t('resend')}
                      look="plain"
                    />
                  ),
              },
            ]}
          />
        )}
        {next !== null && (
          <p className="mt-4">
            <a className="link" href={`/admin/webhooks/${id}?cursor=${encodeURIComponent(next)}`}>
              {t('older')}
            </a>
          </p>
        )}
      </Section>
    </>
  )
}
