'use client'

import './globals.css'

/** The last resort, when the frame of every page has failed: no messages can be read here, so it speaks in names and numbers. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <html lang="en">
      <body className="mx-auto grid max-w-page gap-4 px-6 py-16 font-sans">
        <title>500 · Pledgebook</title>
        <h1 className="text-4xl">500</h1>
        {digest && <p className="num text-faint">{digest}</p>}
        <p className="flex gap-6">
          <a href="/" className="link">
            Pledgebook
          </a>
          <button type="button" onClick={retry} className="link">
            ↻<span className="sr-only">Retry</span>
          </button>
        </p>
      </body>
    </html>
  )
}
