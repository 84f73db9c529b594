import type { ReactNode } from 'react'

/** The note that holds for every figure, and the links that explain it. */
export function SiteFooter({ note, children }: { note: string; children: ReactNode }) {
  return (
    <footer className="mt-24 border-t border-rule">
      <div className="mx-auto grid max-w-page gap-4 px-4 py-10 text-sm text-soft sm:px-6">
        <p className="max-w-measure">{note}</p>
        <div className="no-print flex flex-wrap gap-x-6 gap-y-2">{children}</div>
      </div>
    </footer>
  )
}
