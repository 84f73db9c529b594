import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { permitted } from '@/app/(desk)/admin/permitted'
import { ActionForm } from '@/components/forms/action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import { WEBHOOK_EVENTS } from '@/lib/domain/webhooks'
import { listWebhooks } from '@/lib/features/webhooks/list-webhooks'
import { formatInstant } from '@/lib/format'
import { create, end } from './actions'
import { EVENT_WORDS } from './event-words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webhooks')
  return { title: t('title') }
}

export default async function WebhooksPage() {
  const { viewer } = await permitted('webhook.manage')
  const webhooks = await listWebhooks(viewer)
  const t = await getTranslations('webhooks')
  const locale = await getLocale()
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      <Section id="create" title={t('new')} lead={t('newLead')}>
        <div className="max-w-2xl">
          <ActionForm
            action={create}
            label={t('new')}
            submit={t('submit')}
            fields={[
              { name: 'url', label: t('url'), autoComplete: 'off', ltr: true },
              ...WEBHOOK_EVENTS.map((name) => ({
                name,
                label: t(EVENT_WORDS[name]),
                type: 'checkbox' as const,
                value: 'on',
              })),
            ]}
          />
        </div>
      </Section>
      <Section id="webhooks" title={t('count', { count: webhooks.length })}>
        {webhooks.length === 0 ? (
          <EmptyState title={t('none')} />
        ) : (
          <RecordTable
            caption={t('title')}
            rows={webhooks}
            keyOf={({ id }) => id}
            head={{
              label: t('url'),
              cell: ({ id, url }) => (
                <a href={`/admin/webhooks/${id}`} className="link wrap-anywhere">
                  <bdi dir="ltr">{url}</bdi>
                </a>
              ),
            }}
            columns={[
              {
                key: 'events',
                label: t('sees'),
                cell: ({ events }) => (
                  <ul>
                    {events.map((event) => (
                      <li key={event}>
                        <code className="text-xs">
                          <bdi dir="ltr">{event}</bdi>
                        </code>
                      </li>
                    ))}
                  </ul>
                ),
              },
              {
                key: 'since',
                label: t('since'),
                cell: ({ createdAt }) => formatInstant(locale, createdAt),
              },
              { key: 'author', label: t('madeBy'), cell: ({ author }) => <bdi>{author}</bdi> },
              {
                key: 'log',
                label: t('log'),
                cell: ({ waiting, delivered, givenUp }) =>
                  t('tally', { waiting, delivered, givenUp }),
              },
              {
                key: 'end',
                label: t('end'),
                cell: ({ id, endedAt }) =>
                  endedAt === null ? (
                    <ActionForm action={end} hidden={{ id }} submit={t('end')} look="plain" />
                  ) : (
                    t('ended', { day: formatInstant(locale, endedAt) })
                  ),
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}
