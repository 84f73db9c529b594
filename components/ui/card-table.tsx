import type { ReactNode } from 'react'

/** The width below which a row is a card and each of its cells names itself. */
export type Below = 'md' | 'lg' | 'xl'
type Align = 'start' | 'end'

// Tailwind finds whole words only, so each width is spelled out.
const HEADS: Record<Below, string> = {
  md: 'max-md:hidden',
  lg: 'max-lg:hidden',
  xl: 'max-xl:hidden',
}
const BODY: Record<Below, string> = {
  md: 'max-md:grid',
  lg: 'max-lg:grid max-lg:gap-x-8 sm:max-lg:grid-cols-2',
  xl: 'max-xl:grid max-xl:gap-x-8 md:max-xl:grid-cols-2',
}
const ROW: Record<Below, string> = {
  md: 'max-md:grid max-md:grid-cols-2 max-md:content-start max-md:gap-x-6 max-md:gap-y-3 max-md:border-t max-md:py-4 md:border-b',
  lg: 'max-lg:grid max-lg:grid-cols-2 max-lg:content-start max-lg:gap-x-6 max-lg:gap-y-3 max-lg:border-t max-lg:py-4 lg:border-b',
  xl: 'max-xl:grid max-xl:grid-cols-2 max-xl:content-start max-xl:gap-x-6 max-xl:gap-y-3 max-xl:border-t max-xl:py-5 xl:border-b',
}
const HEAD: Record<Below, string> = {
  md: 'max-md:col-span-2 max-md:block md:min-w-44 md:py-2.5 md:pe-5',
  lg: 'max-lg:col-span-2 max-lg:block lg:min-w-44 lg:py-2.5 lg:pe-5',
  xl: 'max-xl:col-span-2 max-xl:block xl:min-w-44 xl:py-2.5 xl:pe-5',
}
const CELL: Record<Below, string> = {
  md: 'max-md:block max-md:before:block max-md:before:text-xs max-md:before:text-soft max-md:before:content-[attr(data-label)] md:py-2.5 md:pe-5 md:last:pe-0',
  lg: 'max-lg:block max-lg:before:block max-lg:before:text-xs max-lg:before:text-soft max-lg:before:content-[attr(data-label)] lg:py-2.5 lg:pe-5 lg:last:pe-0',
  xl: 'max-xl:block max-xl:before:block max-xl:before:text-xs max-xl:before:text-soft max-xl:before:content-[attr(data-label)] xl:py-2.5 xl:pe-5 xl:last:pe-0',
}
const AT_END: Record<Below, string> = {
  md: 'md:text-end',
  lg: 'lg:text-end',
  xl: 'xl:text-end',
}
const WHOLE_LINE: Record<Below, string> = {
  md: 'max-md:col-span-2 md:w-1/3',
  lg: 'max-lg:col-span-2 lg:w-1/3',
  xl: 'max-xl:col-span-2 xl:w-1/3',
}

/** The heads of a table whose rows become cards; there they are gone. */
export function CardHeads({ below, children }: { below: Below; children: ReactNode }) {
  return (
    <thead className={HEADS[below]}>
      <tr>{children}</tr>
    </thead>
  )
}

export function CardBody({ below, children }: { below: Below; children: ReactNode }) {
  return <tbody className={BODY[below]}>{children}</tbody>
}

/** A row of a table, or one card: nothing is cut off and nothing scrolls sideways. */
export function CardRow({ below, children }: { below: Below; children: ReactNode }) {
  return <tr className={`border-rule ${ROW[below]}`}>{children}</tr>
}

/** The cell that names its row, the title of the card. */
export function CardName({ below, children }: { below: Below; children: ReactNode }) {
  return (
    <th scope="row" className={`text-start align-top font-medium ${HEAD[below]}`}>
      {children}
    </th>
  )
}

export function CardCell({
  below,
  label,
  align = 'start',
  wide = false,
  children,
}: {
  below: Below
  /** What the head of the column says; the card has no heads. */
  label: string
  align?: Align
  /** Takes a whole line of the card. */
  wide?: boolean
  children: ReactNode
}) {
  const place = `${align === 'end' ? AT_END[below] : ''} ${wide ? WHOLE_LINE[below] : ''}`
  return (
    <td data-label={label} className={`align-top ${CELL[below]} ${place}`}>
      {children}
    </td>
  )
}
