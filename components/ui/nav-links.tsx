'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

export interface NavItem {
  href: string
  label: string
  /** How many things wait there; 0 is not told. */
  count?: number
}

function isCurrent(pathname: string, href: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
}

/** The sections of the site; the one being read is marked for eyes and for screen readers. */
export function NavLinks({ items, label }: { items: NavItem[]; label: string }) {
  const pathname = usePathname()
  return (
    <nav aria-label={label} className="-mx-3">
      <ul className="flex flex-wrap gap-y-0.5 pt-1">
        {items.map(({ href, label, count = 0 }) => {
          const current = isCurrent(pathname, href)
          return (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                aria-current={current ? 'page' : undefined}
                className={`block border-b-3 px-3 py-1.5 text-sm sm:py-2.5 hover:text-ink ${
                  current ? 'border-accent font-semibold text-ink' : 'border-transparent text-soft'
                }`}
              >
                {label}
                {count > 0 && (
                  <span className="ms-1.5 rounded-full bg-accent px-1.5 text-xs font-semibold text-accent-ink">
                    {count}
                  </span>
                )}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
