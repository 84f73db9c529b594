import type { CSSProperties } from 'react'
import { Icon, type IconName } from './icon'

/** How an area is covered: a colour, or a pattern that means "not known". */
export type Fill = 'solid' | 'hatch' | 'dense' | 'dots'

export interface Paint {
  /** A colour token, such as `--status-met`. */
  token: string
  fill: Fill
}

export const FILL_CLASSES: Record<Fill, string> = {
  solid: 'fill-solid',
  hatch: 'fill-hatch',
  dense: 'fill-dense',
  dots: 'fill-dots',
}

/** The style that hands a paint's colour to the fill-* classes. */
export function paintStyle(paint: Paint): CSSProperties {
  return { '--fill': `var(${paint.token})` } as CSSProperties // React's type knows no custom properties
}

/** A small square covered as the bars are: what joins a chip or a legend to its segment. */
export function Swatch({ paint }: { paint: Paint }) {
  return (
    <span
      aria-hidden="true"
      style={paintStyle(paint)}
      className={`swatch ${FILL_CLASSES[paint.fill]}`}
    />
  )
}

/** Icon and words, with the colour as a third sign when there is one; it never wraps inside. */
export function Badge({
  icon,
  paint,
  children,
}: {
  icon: IconName
  paint?: Paint
  children: string
}) {
  return (
    <span className="badge">
      {paint && <Swatch paint={paint} />}
      <Icon name={icon} />
      {children}
    </span>
  )
}
