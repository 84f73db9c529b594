import type { ReactNode } from 'react'

/** Everything a reader sees of the book, as an article that can be printed. */
export default function PortfolioLayout({ children }: { children: ReactNode }) {
  return <article>{children}</article>
}
