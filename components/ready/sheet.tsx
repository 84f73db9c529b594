import type { ReactNode } from 'react'

/** What a printed report says of itself, label by label. */
export type SheetFacts = readonly (readonly [label: string, value: ReactNode])[]

/** A report that is read on a screen and printed on A4 (app/sheet.css): title, what it answers, what it was asked for, and at its end where it comes from. */
export function Sheet({
  title,
  lead,
  facts,
  controls,
  source,
  children,
}: {
  title: string
  lead: string
  facts: SheetFacts
  /** What only a screen has: the day, the forms of the file. */
  controls: ReactNode
  source: ReactNode
  children: ReactNode
}) {
  return (
    <div className="sheet">
      <header className="grid gap-3">
        <h1 className="max-w-[32ch] text-3xl sm:text-4xl">{title}</h1>
        <p className="max-w-measure text-lg text-soft">{lead}</p>
        <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-2 border-t-2 border-ink pt-3 text-sm">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt className="text-xs text-soft">{label}</dt>
              <dd className="font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      <div className="no-print mt-6 grid gap-5">{controls}</div>
      {children}
      <footer className="mt-16 border-t border-rule pt-3 text-xs text-soft">{source}</footer>
    </div>
  )
}
