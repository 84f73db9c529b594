import type { ReactNode } from 'react'

/** The width below which a row is a card and each of its cells names itself. */
export type Below = 'md' | 'lg' | 'xl'

// The classes stand in app/globals.css and reach rows and cells through the body, which so carry none of their own.
const CARDS: Record<Below, string> = { md: 'cards-md', lg: 'cards-lg', xl: 'cards-xl' }

/** The heads of a table whose rows become cards; there they are gone. */
export function CardHeads({ below, children }: { below: Below; children: ReactNode }) {
  return (
    <thead className={CARDS[below]}>
      <tr>{children}</tr>
    </thead>
  )
}

export function CardBody({ below, children }: { below: Below; children: ReactNode }) {
  return <tbody className={CARDS[below]}>{children}</tbody>
}

/** A row of a table, or one card: nothing is cut off and nothing scrolls sideways. */
export function CardRow({ children }: { children: ReactNode }) {
  return <tr>{children}</tr>
}

/** The cell that names its row, the title of the card. */
export function CardName({ children }: { children: ReactNode }) {
  return <th scope="row">{children}</th>
}

export function CardCell({
  label,
  align = 'start',
  wide = false,
  children,
}: {
  /** What the head of the column says; the card has no heads. */
  label: string
  align?: 'start' | 'end'
  /** Takes a whole line of the card. */
  wide?: boolean
  children: ReactNode
}) {
  const place = wide ? 'wide' : align === 'end' ? 'end' : undefined
  return (
    <td data-label={label} {...(place && { className: place })}>
      {children}
    </td>
  )
}
