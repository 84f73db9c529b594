'use client'

import Printer from 'lucide-react/icons/printer'
import { Button } from './button'

/** Opens the browser's own printing, which also saves a page as PDF; without scripts its menu does the same. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button type="button" onClick={() => window.print()}>
      <Printer size={16} aria-hidden="true" className="scripted" />
      {label}
    </Button>
  )
}
