'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Puts a text on the clipboard and says so; without JavaScript the text is marked by hand. */
export function CopyButton({
  text,
  words,
}: {
  text: string
  words: { copy: string; copied: string; failed: string }
}) {
  const [said, setSaid] = useState(words.copy)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.copied),
      () => setSaid(words.failed),
    )
  return (
    <Button look="plain" type="button" onClick={copy} aria-live="polite">
      {said}
    </Button>
  )
}
