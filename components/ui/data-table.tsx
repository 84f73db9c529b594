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
    <th scope="col" aria-sort={sort} className={align === 'end' ? 'column end' : 'column'}>
      {children}
    </th>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <tr className="row">{children}</tr>
}

/** The cell that names its row. */
export function RowHead({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="cell-head">
      {children}
    </th>
  )
}

export function Cell({ align = 'start', children }: { align?: Align; children?: ReactNode }) {
  return <td className={align === 'end' ? 'cell end' : 'cell'}>{children}</td>
}

/** A figure in a column of figures: aligned at the end, tabular; an absent one is words, never 0. */
export function NumberCell({ children, absent }: { children?: string | null; absent?: string }) {
  return (
    <td className="cell cell-number">
      {children == null ? (
        <span className="text-faint">{absent ?? '–'}</span>
      ) : (
        <FigureText>{children}</FigureText>
      )}
    </td>
  )
}
