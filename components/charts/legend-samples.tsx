import { SHAPES, type Shape } from './marks'

/** A short stretch of a line as the chart draws it. */
export function LineSample({
  color,
  dash,
  width = 2,
}: {
  color: string
  dash?: string
  width?: number
}) {
  return (
    <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true" className="shrink-0">
      <line
        x1="1"
        y1="6"
        x2="27"
        y2="6"
        stroke={`var(${color})`}
        strokeWidth={width}
        strokeDasharray={dash}
      />
    </svg>
  )
}

export function AreaSample({ color }: { color: string }) {
  return (
    <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true" className="shrink-0">
      <rect width="28" height="12" fill={`var(${color})`} />
    </svg>
  )
}

export function MarkSample({ shape, color }: { shape: Shape; color: string }) {
  const Mark = SHAPES[shape]
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" className="shrink-0">
      <Mark cx={7} cy={7} color={`var(${color})`} />
    </svg>
  )
}
