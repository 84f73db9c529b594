import type { ReactNode } from 'react'
import { FigureText } from './figure-text'

// What scrolls must be reachable without a mouse, although a section is not interactive (WCAG 2.1.1).
const KEYBOARD_STOP = 0

/** A wide table scrolls inside its own region, reachable by keyboard; its caption names it. */
export function DataTable({
  caption,
  captionHidden = false,
  children,
}: {
  caption: string
  captionHidden?: boolean
  children: ReactNode
}) {
  return (
    <section aria-label={caption} tabIndex={KEYBOARD_STOP} className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className={captionHidden ? 'sr-only' : 'pb-3 text-start text-sm text-soft'}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  )
}

type Align = 'start' | 'end'
const ALIGN: Record<Align, string> = { start: 'text-start', end: 'text-end' }

/** Head of a column; `sort` when the rows are ordered by it. */
export function Column({
  align = 'start',
  sort,
  children,
}: {
  align?: Align
  sort?: 'ascending' | 'descending'
  children?: ReactNode
}) {
  return (
    <th
      scope="col"
      aria-sort={sort}
      className={`border-b border-rule-strong py-2 pe-5 align-bottom text-xs font-semibold text-soft last:pe-0 ${ALIGN[align]}`}
    >
      {children}
    </th>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <tr className="border-b border-rule">{children}</tr>
}

/** The cell that names its row. */
export function RowHead({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="min-w-44 py-2.5 pe-5 text-start align-top font-medium">
      {children}
    </th>
  )
}

export function Cell({ align = 'start', children }: { align?: Align; children?: ReactNode }) {
  return <td className={`py-2.5 pe-5 align-top last:pe-0 ${ALIGN[align]}`}>{children}</td>
}

/** A figure in a column of figures: aligned at the end, tabular; an absent one is words, never 0. */
export function NumberCell({ children, absent }: { children?: string | null; absent?: string }) {
  return (
    <td className="py-2.5 pe-5 text-end align-top whitespace-nowrap last:pe-0">
      {children == null ? (
        <span className="text-faint">{absent ?? '–'}</span>
      ) : (
        <FigureText>{children}</FigureText>
      )}
    </td>
  )
}
