import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { permitted } from '@/app/(desk)/admin/permitted'
import { roleFields } from '@/components/accounts/role-fields'
import { ActionForm } from '@/components/forms/action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import type { Region, Role } from '@/lib/domain/types'
import { listTokens } from '@/lib/features/accounts/list-tokens'
import { formatInstant } from '@/lib/format'
import { TOKEN_DAYS } from '@/lib/schemas/accounts'
import { create, revoke } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('tokens') }
}

export default async function TokensPage() {
  const { viewer } = await permitted('token.manage')
  const tokens = await listTokens(viewer)
  const t = await getTranslations()
  const a = await getTranslations('accounts')
  const locale = await getLocale()
  const words = {
    role: a('role'),
    region: a('region'),
    allRegions: a('allRegions'),
    roleName: (role: Role) => t(`codes.role.${role}`),
    regionName: (region: Region) => t(`codes.region.${region}`),
  }
  const now = new Date()
  return (
    <>
      <PageTitle title={a('tokens')} lead={a('tokensLead')} />
      <Section id="create" title={a('tokenNew')} lead={a('tokenNewLead')}>
        <div className="max-w-3xl">
          <ActionForm
            action={create}
            label={a('tokenNew')}
            submit={a('tokenSubmit')}
            inline
            fields={[
              { name: 'name', label: a('tokenName'), autoComplete: 'off' },
              ...roleFields(words, { role: 'viewer', region: null }),
              {
                name: 'days',
                label: a('days'),
                value: String(TOKEN_DAYS),
                inputMode: 'numeric',
                ltr: true,
              },
            ]}
          />
        </div>
      </Section>
      <Section id="tokens" title={a('tokensCount', { count: tokens.length })}>
        {tokens.length === 0 ? (
          <EmptyState title={a('tokensNone')} />
        ) : (
          <RecordTable
            caption={a('tokens')}
            rows={tokens}
            keyOf={({ id }) => id}
            head={{
              label: a('tokenName'),
              cell: ({ name, hint }) => (
                <>
                  <bdi>{name}</bdi>
                  <code className="block text-sm font-normal text-soft">
                    <bdi dir="ltr">{hint}…</bdi>
                  </code>
                </>
              ),
            }}
            columns={[
              {
                key: 'owner',
                label: a('actsFor'),
                cell: ({ accountName }) => <bdi>{accountName}</bdi>,
              },
              {
                key: 'role',
                label: a('role'),
                cell: ({ role, region }) =>
                  `${words.roleName(role)} · ${region === null ? words.allRegions : words.regionName(region)}`,
              },
              {
                key: 'used',
                label: a('seen'),
                cell: ({ lastUsedAt }) =>
                  lastUsedAt === null ? a('never') : formatInstant(locale, lastUsedAt),
              },
              {
                key: 'until',
                label: a('validUntil'),
                cell: ({ expiresAt }) => formatInstant(locale, expiresAt),
              },
              {
                key: 'revoke',
                label: a('revoke'),
                cell: ({ id, revokedAt, expiresAt }) => {
                  if (revokedAt !== null) return a('revoked')
                  if (expiresAt <= now) return a('expired')
                  return (
                    <ActionForm action={revoke} hidden={{ id }} submit={a('revoke')} look="plain" />
                  )
                },
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}
