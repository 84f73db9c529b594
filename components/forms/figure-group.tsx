'use client'

import { type ReactNode, useId } from 'react'
import { useText } from '@/components/entry/entry-context'
import { SourceNote } from './source-note'
import { TextInput } from './text-input'

/** A figure with the words that state it and their source, side by side; `instead` stands there while no figure does. */
export function FigureGroup({
  title,
  figure,
  asStated,
  instead,
  children,
}: {
  title: string
  figure: string
  asStated: string
  instead?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  const text = useText(figure)
  return (
    <div role="group" aria-labelledby={id} className="grid gap-4 border-t border-rule pt-4">
      <h3 id={id} className="text-base">
        {title}
      </h3>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <div className="grid gap-4">
          {children}
          {instead && text.trim() === '' && instead}
        </div>
        <TextInput name={asStated} note={<SourceNote />} />
      </div>
    </div>
  )
}
