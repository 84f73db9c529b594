import type { ReactNode } from 'react'

/** A part of a form under a thin rule. */
export function FormSection({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={`${id}-title`} className="border-t-2 border-ink pt-4">
      <h2 id={`${id}-title`} className="text-lg">
        {title}
      </h2>
      {lead && <p className="mt-1 max-w-measure text-sm text-soft">{lead}</p>}
      <div className="mt-5 grid gap-5">{children}</div>
    </section>
  )
}

/** A part that few entries need: it unfolds, and stands open where it already says something. */
export function FoldedSection({
  title,
  lead,
  open = false,
  children,
}: {
  title: string
  lead?: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="border-t border-rule py-3">
      <summary className="min-h-8 font-semibold">
        {title}
        {lead && <span className="ms-2 text-sm font-normal text-soft">{lead}</span>}
      </summary>
      <div className="mt-4 grid gap-5">{children}</div>
    </details>
  )
}
