import type { ReactElement } from 'react'
import type { Evidence } from '@/lib/domain/types'

export const SHAPE_NAMES = ['ring', 'halfRing', 'disc', 'diamond', 'square'] as const
export type Shape = (typeof SHAPE_NAMES)[number]

interface MarkProps {
  cx: number
  cy: number
  color: string
}

/** Marks told apart by form, so that the strength of the evidence survives grey: open = reported, filled = verified. */
export const SHAPES: Record<Shape, (props: MarkProps) => ReactElement> = {
  ring: ({ cx, cy, color }) => (
    <circle cx={cx} cy={cy} r={4.5} fill="var(--paper)" stroke={color} strokeWidth={2} />
  ),
  halfRing: ({ cx, cy, color }) => (
    <g>
      <circle cx={cx} cy={cy} r={4.5} fill="var(--paper)" stroke={color} strokeWidth={2} />
      <circle cx={cx} cy={cy} r={2} fill={color} />
    </g>
  ),
  disc: ({ cx, cy, color }) => <circle cx={cx} cy={cy} r={5.5} fill={color} />,
  diamond: ({ cx, cy, color }) => (
    <path d={`M${cx} ${cy - 6.5}l6.5 6.5-6.5 6.5-6.5-6.5z`} fill={color} />
  ),
  square: ({ cx, cy, color }) => (
    <rect
      x={cx - 4}
      y={cy - 4}
      width={8}
      height={8}
      fill="var(--paper)"
      stroke={color}
      strokeWidth={2}
    />
  ),
}

/** The mark of each strength of evidence. */
export const EVIDENCE_SHAPES: Record<Evidence, Shape> = {
  none: 'square',
  self_reported: 'ring',
  documented: 'halfRing',
  verified: 'disc',
  audited: 'diamond',
}
