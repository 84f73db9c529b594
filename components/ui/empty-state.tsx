import type { ReactNode } from 'react'

/** Nothing to show, said as a sentence, with what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="border-y border-rule py-10">
      <p className="text-lg font-semibold">{title}</p>
      {children && <div className="mt-2 max-w-measure text-soft">{children}</div>}
    </div>
  )
}
