import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Locale } from '@/lib/format'
import { LanguageSwitch } from './language-switch'
import { type NavItem, NavLinks } from './nav-links'
import { type Theme, ThemeSwitch } from './theme-switch'

export interface SiteHeaderProps {
  name: string
  sections: NavItem[]
  locale: Locale
  theme: Theme
  setTheme: (form: FormData) => Promise<void>
  /** Who is signed in, or the way in. */
  account: ReactNode
  words: {
    sections: string
    language: string
    theme: string
    themes: Record<Theme, string>
  }
}

export function SiteHeader({
  name,
  sections,
  locale,
  theme,
  setTheme,
  account,
  words,
}: SiteHeaderProps) {
  return (
    <header className="no-print border-b border-rule">
      <div className="mx-auto max-w-page px-4 sm:px-6">
        <div className="flex flex-wrap items-center justify-between gap-x-6 pt-4">
          <Link
            href="/"
            prefetch={false}
            lang="en"
            dir="ltr"
            className="flex items-center gap-2.5 py-1 text-lg font-bold tracking-tight"
          >
            <Mark />
            {name}
          </Link>
          <div className="relative -me-2 flex flex-wrap items-center gap-1">
            {/* No Suspense here: React may send its content hidden, for a script to reveal. */}
            <LanguageSwitch current={locale} label={words.language} />
            <ThemeSwitch
              current={theme}
              label={words.theme}
              names={words.themes}
              action={setTheme}
            />
            {account}
          </div>
        </div>
        <NavLinks items={sections} label={words.sections} />
      </div>
    </header>
  )
}

// A ledger line and a burn-up step: the name as a picture.
function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" className="shrink-0">
      <rect x="0.75" y="0.75" width="20.5" height="20.5" rx="2" className="fill-accent" />
      <path
        d="M4.5 16.5h4v-4.5h4.5V7.5h4.5"
        fill="none"
        strokeWidth="2.2"
        className="stroke-accent-ink"
      />
    </svg>
  )
}
