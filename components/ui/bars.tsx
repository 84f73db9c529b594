import type { CSSProperties, ReactNode } from 'react'
import { FILL_CLASSES, type Paint, paintStyle, Swatch } from './badge'
import { FigureText } from './figure-text'

/** A share of a length as a CSS percentage. Only the drawn length is clamped to 0…100; the printed figure never is. */
function length(value: number, whole: number): string {
  const share = whole > 0 ? value / whole : 0
  return `${Math.min(Math.max(share, 0), 1) * 100}%`
}

/** A bar beside its figure; `mark` is a thin line at a second value, such as "should be". */
export function Bar({
  value,
  whole,
  print,
  paint = { token: '--accent', fill: 'solid' },
  mark,
  inner,
}: {
  value: number
  whole: number
  print: string
  paint?: Paint
  mark?: number
  /** A part of the bar in a second paint, from its start: verified inside reported. */
  inner?: { value: number; paint: Paint }
}) {
  return (
    <div className="bar">
      <div aria-hidden="true">
        <div
          style={{ ...paintStyle(paint), inlineSize: length(value, whole) }}
          className={FILL_CLASSES[paint.fill]}
        />
        {inner && (
          <div
            style={{ ...paintStyle(inner.paint), inlineSize: length(inner.value, whole) }}
            className={FILL_CLASSES[inner.paint.fill]}
          />
        )}
        {mark !== undefined && (
          <div style={{ insetInlineStart: length(mark, whole) }} className="mark" />
        )}
      </div>
      <span>
        <FigureText>{print}</FigureText>
      </span>
    </div>
  )
}

export interface Segment {
  key: string
  label: string
  value: number
  print: string
  paint: Paint
  href?: string
  note?: ReactNode
}

/** One bar cut into segments that fill it exactly; what it says must stand beside it in words. */
export function Strip({ segments }: { segments: Pick<Segment, 'key' | 'value' | 'paint'>[] }) {
  return (
    <div aria-hidden="true" className="flex h-9 gap-0.5">
      {segments
        .filter(({ value }) => value > 0)
        .map(({ key, value, paint }) => (
          <div
            key={key}
            style={{ ...paintStyle(paint), flexGrow: value, flexBasis: 0 }}
            className={`min-w-0.5 ${FILL_CLASSES[paint.fill]}`}
          />
        ))}
    </div>
  )
}

/** A strip and the list that names each segment; without colour the order and the words remain. */
export function StackedBar({ label, segments }: { label: string; segments: Segment[] }) {
  return (
    <div className="grid gap-4">
      <Strip segments={segments} />
      <ul aria-label={label} className="grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {segments.map((segment) => (
          <li key={segment.key} className="flex items-baseline gap-2 border-b border-rule pb-2">
            <span className="mt-1 self-start leading-none">
              <Swatch paint={segment.paint} />
            </span>
            <span className="grow">
              {segment.href ? (
                <a href={segment.href} className="link">
                  {segment.label}
                </a>
              ) : (
                segment.label
              )}
              {segment.note && <span className="block text-xs text-soft">{segment.note}</span>}
            </span>
            <strong className="font-semibold whitespace-nowrap">
              <FigureText>{segment.print}</FigureText>
            </strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A bar from a middle line: short of it to the start, beyond it to the end. For gaps. */
export function GapBar({ value, widest, print }: { value: number; widest: number; print: string }) {
  const half: CSSProperties = { inlineSize: `calc(${length(Math.abs(value), widest)} / 2)` }
  const short = value < 0
  const paint: Paint = short
    ? { token: '--status-behind', fill: 'solid' }
    : { token: '--status-ahead', fill: 'solid' }
  return (
    <div className="bar bar-gap">
      <div aria-hidden="true">
        <div
          style={{ ...half, ...paintStyle(paint) }}
          className={`fill-solid ${short ? 'short' : ''}`}
        />
      </div>
      <span>
        <FigureText>{print}</FigureText>
      </span>
    </div>
  )
}
