import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import type { FormState } from '@/components/forms/form-state'

/** A QR code of a text as an SVG path. */
export function qrPicture(text: string, label: string): FormState['picture'] {
  const code = generate(text)
  return { path: toSvgPath(code), size: code.size, label }
}
