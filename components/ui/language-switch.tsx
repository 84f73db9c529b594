'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { directionOf, LANGUAGE_NAMES, LOCALES, type Locale } from '@/lib/format'

/** Links to the same page with the same query in each language. Plain anchors: a prefetch must not change the language, and <html> changes whole. */
export function LanguageSwitch({ current, label }: { current: Locale; label: string }) {
  const pathname = usePathname()
  const query = useSearchParams()
  const address = (locale: Locale) => {
    const next = new URLSearchParams(query)
    next.set('lang', locale)
    return `${pathname}?${next}`
  }
  return (
    <nav aria-label={label}>
      <ul className="flex gap-1">
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={address(locale)}
              hrefLang={locale}
              lang={locale}
              dir={directionOf(locale)}
              aria-current={locale === current ? 'true' : undefined}
              className={`block px-2 py-1.5 text-xs ${
                locale === current
                  ? 'font-semibold text-ink'
                  : 'text-soft hover:text-ink hover:underline'
              }`}
            >
              {LANGUAGE_NAMES[locale]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
