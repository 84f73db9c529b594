import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { permitted } from '@/app/(desk)/admin/permitted'
import { roleFields } from '@/components/accounts/role-fields'
import { ActionForm } from '@/components/forms/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import type { Region, Role } from '@/lib/domain/types'
import { listAccounts } from '@/lib/features/accounts/list-accounts'
import { formatInstant } from '@/lib/format'
import { disable, enable, invite, reset, saveRole, withdraw } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('users') }
}

export default async function UsersPage() {
  const { viewer, account: own } = await permitted('account.manage')
  const { accounts, invitations } = await listAccounts(viewer)
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
  const reach = (role: Role, region: Region | null) =>
    `${words.roleName(role)} · ${region === null ? words.allRegions : words.regionName(region)}`
  return (
    <>
      <PageTitle title={a('users')} lead={a('usersLead')} />
      <Section id="invite" title={a('invite')} lead={a('inviteLead')}>
        <div className="max-w-3xl">
          <ActionForm
            action={invite}
            label={a('invite')}
            submit={a('inviteSubmit')}
            inline
            fields={[
              {
                name: 'email',
                label: a('email'),
                type: 'email',
                inputMode: 'email',
                autoComplete: 'off',
                ltr: true,
              },
              ...roleFields(words, { role: 'editor', region: null }),
            ]}
          />
        </div>
        {invitations.length > 0 && (
          <div className="mt-10">
            <h3 className="mb-2 font-semibold">{a('invitations')}</h3>
            <RecordTable
              caption={a('invitations')}
              rows={invitations}
              keyOf={({ id }) => id}
              head={{ label: a('email'), cell: ({ email }) => <bdi dir="ltr">{email}</bdi> }}
              columns={[
                {
                  key: 'role',
                  label: a('role'),
                  cell: ({ role, region }) => role && reach(role, region),
                },
                {
                  key: 'until',
                  label: a('validUntil'),
                  cell: ({ expiresAt }) => formatInstant(locale, expiresAt),
                },
                {
                  key: 'withdraw',
                  label: a('withdraw'),
                  cell: ({ id }) => (
                    <ActionForm
                      action={withdraw}
                      hidden={{ id }}
                      submit={a('withdraw')}
                      look="plain"
                    />
                  ),
                },
              ]}
            />
          </div>
        )}
      </Section>
      <Section id="accounts" title={a('usersCount', { count: accounts.length })}>
        <RecordTable
          caption={a('users')}
          rows={accounts}
          keyOf={({ id }) => id}
          head={{
            label: a('name'),
            cell: ({ id, name, email }) => (
              <>
                <bdi>{name}</bdi>
                {id === own.id && <span className="text-soft"> ({a('you')})</span>}
                <span className="block text-sm font-normal break-all text-soft">
                  <bdi dir="ltr">{email}</bdi>
                </span>
              </>
            ),
          }}
          columns={[
            { key: 'role', label: a('role'), cell: ({ role, region }) => reach(role, region) },
            {
              key: 'second',
              label: a('second'),
              cell: ({ secondFactor }) => a(secondFactor ? 'on' : 'off'),
            },
            {
              key: 'seen',
              label: a('seen'),
              cell: ({ seenAt, disabled }) => {
                if (disabled) return <strong>{a('closed')}</strong>
                return seenAt === null ? a('notSignedIn') : formatInstant(locale, seenAt)
              },
            },
            {
              key: 'change',
              label: a('change'),
              wide: true,
              cell: ({ id, name, role, region, disabled }) => (
                <Disclosure summary={a('changeOf', { name })}>
                  <div className="grid max-w-72 gap-6 border-s border-rule-strong ps-4">
                    {disabled ? (
                      <ActionForm
                        action={enable}
                        hidden={{ id }}
                        submit={a('enable')}
                        look="plain"
                      />
                    ) : (
                      <>
                        <ActionForm
                          action={saveRole}
                          hidden={{ id }}
                          submit={a('save')}
                          fields={roleFields(words, { role, region })}
                        />
                        <ActionForm
                          action={reset}
                          hidden={{ id }}
                          submit={a('reset')}
                          look="plain"
                        />
                        <ActionForm
                          action={disable}
                          hidden={{ id }}
                          submit={a('disable')}
                          look="plain"
                        />
                      </>
                    )}
                  </div>
                </Disclosure>
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}
