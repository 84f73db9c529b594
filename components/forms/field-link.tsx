'use client'

import type { ReactNode } from 'react'

/** A link to a control: opens what it is folded into and puts the cursor there. A plain link to its place without JavaScript. */
export function FieldLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className="link"
      onClick={(event) => {
        const control = document.getElementById(to)
        if (!control) return
        event.preventDefault()
        for (
          let folded = control.closest('details');
          folded;
          folded = folded.parentElement?.closest('details') ?? null
        )
          folded.open = true
        control.scrollIntoView({ block: 'center' })
        control.focus({ preventScroll: true })
      }}
    >
      {children}
    </a>
  )
}
