'use client'

import type { ReactNode } from 'react'
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
  const text = useText(figure)
  return (
    <fieldset className="border-t border-rule pt-4">
      <legend className="float-start mb-4 w-full font-semibold">{title}</legend>
      <div className="clear-both grid items-start gap-4 sm:grid-cols-2">
        <div className="grid gap-4">
          {children}
          {instead && text.trim() === '' && instead}
        </div>
        <TextInput name={asStated} note={<SourceNote />} />
      </div>
    </fieldset>
  )
}
