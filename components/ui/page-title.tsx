import type { ReactNode } from 'react'

/** The head of a page: what it is, in one sentence what it says, and room for its controls. */
export function PageTitle({
  kicker,
  title,
  lead,
  children,
}: {
  kicker?: ReactNode
  title: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="mb-10 grid gap-3">
      {kicker && <p className="text-sm text-soft">{kicker}</p>}
      <h1 className="max-w-[26ch] text-3xl sm:text-4xl">{title}</h1>
      {lead && <p className="max-w-measure text-lg text-soft">{lead}</p>}
      {children && <div className="mt-3">{children}</div>}
    </div>
  )
}

/** A section under a thin rule, with a heading that can be linked to. */
export function Section({
  id,
  title,
  lead,
  aside,
  children,
}: {
  id: string
  title: string
  lead?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-16 border-t border-rule pt-6">
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 id={`${id}-title`} className="text-xl sm:text-2xl">
          {title}
        </h2>
        {aside && <div className="text-sm text-soft">{aside}</div>}
      </div>
      {lead && <p className="mb-5 max-w-measure text-soft">{lead}</p>}
      {children}
    </section>
  )
}
