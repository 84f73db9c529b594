import Link from 'next/link'

export interface Choice {
  href: string
  label: string
  current: boolean
}

/** A choice of views as real links: each has an address, works in a new tab and without JavaScript. */
export function SegmentedLinks({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav aria-label={label}>
      <ul className="inline-flex border border-rule-strong">
        {choices.map(({ href, label, current }) => (
          <li key={href} className="not-first:border-s not-first:border-rule-strong">
            <Link
              href={href}
              prefetch={false}
              scroll={false}
              aria-current={current ? 'true' : undefined}
              className={`flex min-h-9.5 items-center px-4 text-sm ${
                current ? 'bg-ink font-semibold text-paper' : 'hover:bg-sunken'
              }`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Keyset paging knows the next page and the way back to the first, so it offers these two. */
export function PageLinks({
  label,
  first,
  next,
}: {
  label: string
  first?: { href: string; label: string }
  next?: { href: string; label: string }
}) {
  if (!first && !next) return null
  return (
    <nav aria-label={label} className="no-print mt-6 flex justify-between gap-4 text-sm">
      {first ? (
        <Link href={first.href} prefetch={false} className="link inline-flex min-h-10 items-center">
          {first.label}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link
          href={next.href}
          rel="next"
          prefetch={false}
          className="link inline-flex min-h-10 items-center font-semibold"
        >
          {next.label}
        </Link>
      )}
    </nav>
  )
}
