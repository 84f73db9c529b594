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

/** Lines of the height that the text will have, so nothing moves when it arrives. */
export function SkeletonLines({ lines, label }: { lines: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-2.5">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className={`skeleton h-5 ${line === lines - 1 ? 'w-2/3' : 'w-full'}`} />
      ))}
    </div>
  )
}

/** A block of a figure's final size. */
export function SkeletonFigure({ height, label }: { height: number; label: string }) {
  return <div role="status" aria-label={label} style={{ height }} className="skeleton w-full" />
}
