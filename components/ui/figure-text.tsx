// A printed quantity begins with signs and digits, which Arabic would mirror and reorder; the words after them follow the page.
const HEAD = /^[\d\s.,:%><≥≤≈×–−+\u00a0\u202f-]+/

/** A printed figure: tabular numerals, its signs and digits kept left to right in every language. */
export function FigureText({ children }: { children: string }) {
  const head = HEAD.exec(children)?.[0].trimEnd() ?? ''
  return (
    <span className="num">
      {head && <bdi dir="ltr">{head}</bdi>}
      {children.slice(head.length)}
    </span>
  )
}
