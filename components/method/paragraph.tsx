import type { ReactNode } from 'react'

/** One paragraph of the method under its anchor; the heading links to itself, so that it can be cited. */
export function Paragraph({
  id,
  title,
  text,
  formulas = [],
  children,
}: {
  id: string
  title: string
  text: string
  formulas?: string[]
  children?: ReactNode
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="-mx-4 grid scroll-mt-6 gap-2 border-s-4 border-transparent ps-3 pe-4 py-3 target:border-accent target:bg-accent-wash"
    >
      <h3 id={`${id}-title`} className="text-lg">
        <a href={`#${id}`} className="hover:underline">
          {title}
        </a>
      </h3>
      <p className="max-w-measure">{text}</p>
      {formulas.length > 0 && (
        <ul className="flex flex-wrap gap-x-8 gap-y-1 py-1">
          {formulas.map((formula) => (
            <li key={formula}>
              <bdi dir="ltr" className="num text-accent italic">
                {formula}
              </bdi>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  )
}
