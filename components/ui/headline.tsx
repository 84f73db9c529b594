import type { ReactNode } from 'react'

const TAIL = /\s*\(.*\)$/s

/** One published figure under a strong rule: its term, the number, what counts beside it; side by side they share their lines. The count in brackets steps back. */
export function Headline({
  term,
  print,
  undefinedText,
  children,
}: {
  term: ReactNode
  /** Null where the method leaves the figure undefined; then the words stand in its place, never 0. */
  print: string | null
  undefinedText: string
  children?: ReactNode
}) {
  const tail = print === null ? '' : (TAIL.exec(print)?.[0] ?? '')
  return (
    <div className="row-span-3 grid grid-rows-subgrid content-start gap-y-1 border-t-2 border-ink pt-3">
      <div className="text-sm text-soft">{term}</div>
      <p className="num text-3xl leading-tight font-semibold tracking-tight">
        {print === null ? (
          <span className="text-xl text-soft">{undefinedText}</span>
        ) : (
          <>
            <bdi dir="ltr">{print.slice(0, print.length - tail.length)}</bdi>
            {tail && (
              <span className="block text-base leading-snug font-normal tracking-normal text-soft">
                {tail}
              </span>
            )}
          </>
        )}
      </p>
      <div className="text-sm text-soft">{children}</div>
    </div>
  )
}
