import Link from 'next/link'
import type { ComponentProps } from 'react'

const LOOKS = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong border-transparent',
  plain: 'border-rule-strong text-ink hover:border-ink hover:bg-sunken',
}

const SHAPE =
  'inline-flex min-h-10 items-center justify-center gap-2 border px-4 py-1.5 text-sm font-semibold rounded-xs'

type Look = keyof typeof LOOKS

export function Button({ look = 'primary', ...rest }: { look?: Look } & ComponentProps<'button'>) {
  return <button type="submit" {...rest} className={`${SHAPE} ${LOOKS[look]}`} />
}

/** A link that reads as an action: downloads, "new", the next step. */
export function ButtonLink({
  look = 'plain',
  ...rest
}: { look?: Look } & ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...rest} className={`${SHAPE} ${LOOKS[look]}`} />
}
