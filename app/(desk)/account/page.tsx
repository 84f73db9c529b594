import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { member } from '@/app/session'
import { newPasswordFields } from '@/components/accounts/password-fields'
import { ActionForm, type FieldSpec } from '@/components/forms/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import { getSecondFactor } from '@/lib/features/accounts/get-second-factor'
import { listSessions } from '@/lib/features/accounts/list-sessions'
import { formatInstant, LANGUAGE_NAMES, LOCALES } from '@/lib/format'
import {
  beginApp,
  confirmApp,
  endApp,
  endOne,
  renewCodes,
  savePassword,
  saveProfile,
} from './actions'
import { browserOf } from './browser-name'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts')
  return { title: t('mine') }
}

export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { account, owesSecondFactor } = await member()
  const { saved } = await searchParams
  const asking = await headers()
  const { sessions, current } = await listSessions(asking)
  const second = await getSecondFactor(asking)
  const t = await getTranslations()
  const a = await getTranslations('accounts')
  const locale = await getLocale()
  const where = account.region === null ? a('allRegions') : t(`codes.region.${account.region}`)
  const password: FieldSpec = {
    name: 'password',
    label: a('password'),
    type: 'password',
    autoComplete: 'current-password',
    ltr: true,
  }
  return (
    <>
      <PageTitle
        title={a('mine')}
        lead={a('mineLead', { email: account.email, role: t(`codes.role.${account.role}`), where })}
      />
      <div className="grid max-w-measure gap-4">
        {saved && <Notice role="status" title={a('saved')} />}
        {owesSecondFactor && (
          <Notice kind="warning" title={a('secondOwed')}>
            <a href="#second" className="link">
              {a('secondBegin')}
            </a>
          </Notice>
        )}
      </div>
      <Section id="profile" title={a('profile')}>
        <div className="max-w-md">
          <ActionForm
            action={saveProfile}
            label={a('profile')}
            submit={a('save')}
            fields={[
              { name: 'name', label: a('name'), value: account.name, autoComplete: 'name' },
              {
                name: 'language',
                label: t('common.language'),
                value: account.language ?? '',
                options: [
                  { value: '', label: a('browserLanguage') },
                  ...LOCALES.map((code) => ({ value: code, label: LANGUAGE_NAMES[code] })),
                ],
              },
            ]}
          />
        </div>
      </Section>
      <Section id="password" title={a('password')} lead={a('passwordLead')}>
        <div className="max-w-md">
          <ActionForm
            action={savePassword}
            label={a('password')}
            submit={a('changePassword')}
            fields={[
              { ...password, name: 'current', label: a('current') },
              ...newPasswordFields(a),
            ]}
          />
        </div>
      </Section>
      <Section id="second" title={a('second')} lead={a('secondLead')}>
        <div className="grid max-w-md gap-8">
          <p className="font-semibold">{second === 'on' ? a('secondOn') : a('secondOff')}</p>
          {second === 'on' ? (
            <>
              <Disclosure summary={a('renew')}>
                <ActionForm
                  action={renewCodes}
                  label={a('renew')}
                  submit={a('renew')}
                  look="plain"
                  fields={[password]}
                />
              </Disclosure>
              <Disclosure summary={a('secondEnd')}>
                <ActionForm
                  action={endApp}
                  label={a('secondEnd')}
                  submit={a('secondEnd')}
                  look="plain"
                  fields={[password]}
                />
              </Disclosure>
            </>
          ) : (
            <>
              <ActionForm
                action={beginApp}
                label={a('secondBegin')}
                submit={a('secondBegin')}
                look="plain"
                fields={[password]}
              />
              {second === 'begun' && (
                <ActionForm
                  action={confirmApp}
                  label={a('secondConfirm')}
                  submit={a('secondConfirm')}
                  fields={[
                    {
                      name: 'code',
                      label: a('code'),
                      hint: a('secondCodeHint'),
                      autoComplete: 'one-time-code',
                      inputMode: 'numeric',
                      ltr: true,
                    },
                  ]}
                />
              )}
            </>
          )}
        </div>
      </Section>
      <Section id="sessions" title={a('sessions')} lead={a('sessionsLead')}>
        <RecordTable
          caption={a('sessions')}
          rows={sessions}
          keyOf={({ id }) => id}
          head={{
            label: a('browser'),
            cell: ({ userAgent }) => <bdi>{browserOf(userAgent) ?? a('unknownBrowser')}</bdi>,
          }}
          columns={[
            {
              key: 'address',
              label: a('address'),
              cell: ({ ipAddress }) => <bdi dir="ltr">{ipAddress || '–'}</bdi>,
            },
            {
              key: 'since',
              label: a('signedInAt'),
              cell: ({ createdAt }) => formatInstant(locale, createdAt),
            },
            { key: 'seen', label: a('seen'), cell: ({ seenAt }) => formatInstant(locale, seenAt) },
            {
              key: 'end',
              label: a('end'),
              cell: ({ id }) =>
                id === current ? (
                  a('thisBrowser')
                ) : (
                  <ActionForm action={endOne} hidden={{ id }} submit={a('end')} look="plain" />
                ),
            },
          ]}
        />
        {sessions.length > 1 && (
          <div className="mt-6">
            <ActionForm action={endOne} submit={a('endOthers')} look="plain" />
          </div>
        )}
      </Section>
    </>
  )
}
