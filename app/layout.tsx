import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AccountMenu, SignInLink } from '@/components/ui/account-menu'
import type { NavItem } from '@/components/ui/nav-links'
import { DemoBanner } from '@/components/ui/notice'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { SkipLink } from '@/components/ui/skip-link'
import type { Viewer } from '@/lib/auth/viewer'
import { METHOD } from '@/lib/domain/method'
import { holds } from '@/lib/domain/permissions'
import { env } from '@/lib/env'
import { countForMe } from '@/lib/features/proposals/count-for-me'
import { directionOf } from '@/lib/format'
import { arabic, latin, latinExtended } from './fonts'
import { reading } from './session'
import { endThisSession } from './sign-out-action'
import { setTheme } from './theme-action'
import { THEME_COOKIE, themeOf } from './theme-cookie'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('tagline'),
  }
}

const SECTIONS = [
  ['/', 'dashboard'],
  ['/agreements', 'agreements'],
  ['/companies', 'companies'],
  ['/signatories', 'signatories'],
  ['/targets', 'targets'],
  ['/calendar', 'calendar'],
  ['/exports', 'exports'],
  ['/method', 'method'],
  ['/data', 'data'],
] as const

const ADMINISTRATION = [
  { href: '/admin/users', key: 'users', permission: 'account.manage' },
  { href: '/admin/tokens', key: 'tokens', permission: 'token.manage' },
  { href: '/admin/webhooks', key: 'webhooks', permission: 'webhook.manage' },
  { href: '/admin/audit', key: 'audit', permission: 'change.read' },
] as const

/** The sections of whoever reads: with an account that sees proposals also what waits for it. */
async function sectionsOf(viewer: Viewer): Promise<NavItem[]> {
  const t = await getTranslations('nav')
  const sections = SECTIONS.map(([href, key]) => ({ href, label: t(key) }))
  if (viewer.actor === 'nobody' || !holds(viewer.actor, 'proposal.read')) return sections
  const review = { href: '/review', label: t('review'), count: await countForMe(viewer) }
  const enters = holds(viewer.actor, 'proposal.create')
  return [...sections, ...(enters ? [{ href: '/import', label: t('import') }] : []), review]
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  const t = await getTranslations()
  const { trouble } = await getMessages()
  const { account, viewer } = await reading()
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      data-theme={theme === 'system' ? undefined : theme}
      className={`${latin.variable} ${latinExtended.variable} ${arabic.variable}`}
    >
      <body className="font-sans">
        <SkipLink label={t('common.skip')} />
        {env().demo && <DemoBanner text={t('common.demo')} />}
        <SiteHeader
          name={t('common.name')}
          sections={await sectionsOf(viewer)}
          locale={locale}
          theme={theme}
          setTheme={setTheme}
          account={
            account ? (
              <AccountMenu
                name={account.name}
                items={[
                  { href: '/account', label: t('accounts.mine') },
                  ...ADMINISTRATION.filter(
                    ({ permission }) =>
                      viewer.actor !== 'nobody' && holds(viewer.actor, permission),
                  ).map(({ href, key }) => ({ href, label: t(`accounts.${key}`) })),
                ]}
                signOut={endThisSession}
                words={{ menu: t('accounts.menu'), signOut: t('accounts.signOut') }}
              />
            ) : (
              <SignInLink label={t('accounts.signIn')} />
            )
          }
          words={{
            sections: t('common.menu'),
            language: t('common.language'),
            theme: t('common.theme'),
            themes: {
              light: t('common.themeLight'),
              system: t('common.themeSystem'),
              dark: t('common.themeDark'),
            },
          }}
        />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto max-w-page px-4 pt-8 sm:px-6 sm:pt-12 focus:outline-none"
        >
          {/* Client parts get their words as props; only the error page, which cannot, reads messages in the browser. */}
          <NextIntlClientProvider messages={{ trouble }}>{children}</NextIntlClientProvider>
        </main>
        <SiteFooter note={t('common.dataNote')}>
          <Link href="/method" prefetch={false} className="link">
            {t('common.methodVersion', { version: METHOD })}
          </Link>
          <Link href="/data" prefetch={false} className="link">
            {t('nav.data')}
          </Link>
          <Link href="/r" prefetch={false} className="link">
            {t('savedReports.title')}
          </Link>
          <Link href="/exports" prefetch={false} className="link">
            {t('nav.exports')}
          </Link>
        </SiteFooter>
      </body>
    </html>
  )
}
