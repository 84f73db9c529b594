import type { ReactNode } from 'react'
import { Icon } from './icon'

/** Something that opens in place, by mouse, keyboard or without JavaScript. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-8 list-none items-center gap-1.5 text-sm text-accent hover:underline [&::-webkit-details-marker]:hidden">
        <Icon
          name="chevron-down"
          className="size-4 shrink-0 group-open:rotate-180 motion-safe:transition-transform"
        />
        {summary}
      </summary>
      <div className="pt-3">{children}</div>
    </details>
  )
}

/** A term with its definition one click away: the short one opens here, the link leads to its paragraph of the method. */
export function Definition({
  term,
  href,
  more,
  children,
}: {
  term: ReactNode
  href: string
  more: string
  children: ReactNode
}) {
  return (
    <details className="group relative inline-block">
      <summary className="min-h-6 list-none decoration-dotted underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
        {term}
        <span className="whitespace-nowrap">
          {'\u00a0'}
          <Icon name="info" className="inline-block size-[14px] align-[-0.1em] text-faint" />
        </span>
      </summary>
      <div className="absolute start-0 z-10 mt-1 w-72 max-w-[80vw] border border-rule-strong bg-raised p-4 text-sm font-normal text-ink">
        {children}{' '}
        <a href={href} className="link whitespace-nowrap">
          {more}
        </a>
      </div>
    </details>
  )
}
