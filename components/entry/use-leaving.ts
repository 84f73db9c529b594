'use client'

import { useEffect } from 'react'

/** Asks before the page is left while something is unsaved: by closing it, or by a link of its own. */
export function useLeaving(unsaved: () => boolean, question: string): void {
  useEffect(() => {
    const closing = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault()
    }
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') return
      const here = link.pathname === location.pathname && link.search === location.search
      if (here || event.metaKey || event.ctrlKey || event.shiftKey || !unsaved()) return
      if (!window.confirm(question)) {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    window.addEventListener('beforeunload', closing)
    document.addEventListener('click', clicked, true)
    return () => {
      window.removeEventListener('beforeunload', closing)
      document.removeEventListener('click', clicked, true)
    }
  })
}
