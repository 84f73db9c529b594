'use client' // so that a row travels as its words, not as the elements around them too

import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { CardCell, CardName, CardRow } from '@/components/ui/card-table'
import { FigureText } from '@/components/ui/figure-text'
import type { BadgeWords } from './badge-words'
import type { ListedWords } from './listed'

/** What the columns are called, and what stands in an empty cell. */
export type RowLabels = Record<
  | 'signed'
  | 'promised'
  | 'deadline'
  | 'expected'
  | 'reported'
  | 'status'
  | 'axes'
  | 'notStated'
  | 'noDeadline'
  | 'noGuide'
  | 'none',
  string
>

/** One agreement of the list, all in words. */
export function AgreementRow({
  labels,
  href,
  name,
  words,
  status,
  reason,
  axes,
  leftOut,
}: {
  labels: RowLabels
  href: string
  name: { title: string; company: string | null; reference: string }
  words: ListedWords
  status: BadgeWords | null
  /** Why no pace can be measured. */
  reason: string | null
  axes: BadgeWords[]
  /** Why the counting rules dropped it. */
  leftOut: ReactNode
}) {
  return (
    <CardRow>
      <CardName>
        <span className="grid justify-items-start gap-1">
          <Link href={href} prefetch={false} className="link">
            <bdi>{name.title}</bdi>
          </Link>
          <span className="text-xs font-normal text-soft">
            {name.company && (
              <>
                <bdi>{name.company}</bdi> ·{' '}
              </>
            )}
            <bdi dir="ltr" className="whitespace-nowrap">
              {name.reference}
            </bdi>
          </span>
          {leftOut && <span className="font-normal">{leftOut}</span>}
        </span>
      </CardName>
      <CardCell label={labels.signed}>
        <span className="whitespace-nowrap">{words.signed ?? '–'}</span>
      </CardCell>
      <CardCell label={labels.promised} align="end">
        <Promised {...words} absent={labels.notStated} />
      </CardCell>
      <CardCell label={labels.deadline}>
        {words.deadline ?? <Faint>{labels.noDeadline}</Faint>}
      </CardCell>
      <CardCell label={labels.expected} align="end">
        {words.expected ? (
          <FigureText>{words.expected}</FigureText>
        ) : (
          <span className="whitespace-nowrap">
            <Faint>{labels.noGuide}</Faint>
          </span>
        )}
      </CardCell>
      <CardCell label={labels.reported} align="end">
        <Reported {...words} absent={labels.none} />
      </CardCell>
      <CardCell label={labels.status}>
        {status ? (
          <span className="status">
            <Badge {...status} />
            {reason && <small>{reason}</small>}
          </span>
        ) : (
          '–'
        )}
      </CardCell>
      <CardCell label={labels.axes}>
        <span className="grid gap-1">
          {axes.map((axis) => (
            <Badge key={axis.icon} {...axis} />
          ))}
        </span>
      </CardCell>
    </CardRow>
  )
}

function Faint({ children }: { children: string }) {
  return <span className="text-faint">{children}</span>
}

/** The quantity as it is printed everywhere, or what is promised instead. */
function Promised({
  promised,
  otherPromises,
  absent,
}: {
  promised: string | null
  otherPromises: string | null
  absent: string
}) {
  if (promised)
    return (
      <span className="whitespace-nowrap">
        <FigureText>{promised}</FigureText>
      </span>
    )
  return <Faint>{otherPromises ?? absent}</Faint>
}

/** What was reported, how much of the promise that is, and of which day. */
function Reported({
  reported,
  reportedOn,
  progress,
  absent,
}: {
  reported: string | null
  reportedOn: string | null
  progress: string | null
  absent: string
}) {
  if (!reported) return <Faint>{absent}</Faint>
  return (
    <span className="grid gap-0.5">
      <FigureText>{reported}</FigureText>
      {progress && <span className="text-xs whitespace-nowrap text-soft">{progress}</span>}
      {reportedOn && <span className="text-xs whitespace-nowrap text-soft">{reportedOn}</span>}
    </span>
  )
}
