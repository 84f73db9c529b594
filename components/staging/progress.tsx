'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 1_000

/** How far the work on a file is; looks again every second until the page is another one. */
export function Progress({
  done,
  total,
  label,
  text,
}: {
  done: number
  total: number | null
  label: string
  text: string
}) {
  const router = useRouter()
  useEffect(() => {
    const turn = setInterval(() => router.refresh(), EVERY_MS)
    return () => clearInterval(turn)
  }, [router])
  return (
    <div className="grid max-w-xl gap-2">
      <progress
        aria-label={label}
        value={total === null ? undefined : done}
        max={total ?? undefined}
        className="h-3 w-full accent-accent"
      />
      <p role="status" className="text-sm text-soft">
        {text}
      </p>
    </div>
  )
}
