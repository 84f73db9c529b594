'use client'

import ChevronDown from 'lucide-react/icons/chevron-down'
import { usePathname, useSearchParams } from 'next/navigation'
import type { NavItem } from './nav-links'

const LINK = 'block px-3 py-2 text-sm hover:bg-sunken'

/** The way in for a reader who may want to keep the book; it leads back to the page they are on. */
export function SignInLink({ label }: { label: string }) {
  const pathname = usePathname()
  const query = useSearchParams().toString()
  const here = query === '' ? pathname : `${pathname}?${query}`
  const next = pathname.startsWith('/sign-in') ? '/' : here
  return (
    <a
      href={`/sign-in?next=${encodeURIComponent(next)}`}
      className="px-2 py-1.5 text-xs font-semibold hover:underline"
    >
      {label}
    </a>
  )
}

/** Who is signed in, and what they can reach. Plain anchors: each closes the menu by loading its page. On a phone it takes the width of the head around it. */
export function AccountMenu({
  name,
  items,
  signOut,
  words,
}: {
  name: string
  items: NavItem[]
  signOut: () => Promise<void>
  words: { menu: string; signOut: string }
}) {
  return (
    <details className="group sm:relative">
      <summary
        aria-label={`${words.menu}: ${name}`}
        className="flex max-w-48 list-none items-center gap-1 px-2 py-1.5 text-xs font-semibold hover:underline [&::-webkit-details-marker]:hidden"
      >
        <bdi className="truncate">{name}</bdi>
        <ChevronDown size={14} aria-hidden="true" className="shrink-0 group-open:rotate-180" />
      </summary>
      <nav
        aria-label={words.menu}
        className="absolute z-20 mt-1 border max-sm:inset-x-0 max-sm:top-full sm:end-0 sm:w-56 border-rule-strong bg-raised py-1"
      >
        <ul>
          {items.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className={LINK}>
                {label}
              </a>
            </li>
          ))}
          <li className="mt-1 border-t border-rule pt-1">
            <form action={signOut}>
              <button type="submit" className={`${LINK} w-full text-start`}>
                {words.signOut}
              </button>
            </form>
          </li>
        </ul>
      </nav>
    </details>
  )
}
