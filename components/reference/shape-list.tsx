import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import type { Shape } from '@/lib/schemas/operations'
import { membersOf, namedBy, shapeText } from './shape-text'

/** A value in one line; a shape that has a name leads to it. */
function Type({ shape }: { shape: Shape }) {
  const named = namedBy(shape)
  if (named === null) return shapeText(shape)
  return (
    <a href={`#shape-${named}`} className="link">
      {named}
    </a>
  )
}

/** The members of a value, each with what it is; those that have members themselves open. */
export function Members({ shape }: { shape: Shape }) {
  const t = useTranslations('reference')
  const members = membersOf(shape)
  if (members.length === 0)
    return (
      <p dir="ltr" className="text-start font-mono text-sm">
        <Type shape={shape} />
      </p>
    )
  return (
    <ul dir="ltr" lang="en" className="border-s border-rule ps-3 text-start text-sm">
      {members.map(([name, member, required]) => {
        const nested = membersOf(member).length > 0
        const line = (
          <>
            <code className="font-semibold">{name}</code>{' '}
            <span className="text-soft wrap-anywhere">
              {shapeText(member)}
              {!required && ` · ${t('optional')}`}
            </span>
            {member.description && <span className="block text-faint">{member.description}</span>}
          </>
        )
        return (
          <li key={name} className="py-0.5">
            {nested ? (
              <Disclosure summary={<span className="text-start text-ink">{line}</span>}>
                <Members shape={member} />
              </Disclosure>
            ) : (
              line
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Shapes that have a name. */
export function ShapeList({ shapes }: { shapes: [string, Shape][] }) {
  return (
    <div className="grid gap-6">
      {shapes.map(([name, shape]) => (
        <section key={name} aria-labelledby={`shape-${name}`}>
          <h3 id={`shape-${name}`} lang="en" className="mb-1 font-semibold">
            <bdi dir="ltr">{name}</bdi>
          </h3>
          <Members shape={shape} />
        </section>
      ))}
    </div>
  )
}
