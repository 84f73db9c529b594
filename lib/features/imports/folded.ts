import { foldChar } from '@/lib/domain/reading/fold'
import { remembered } from './remembered'

/** Longer texts are hardly met twice. */
const LONGEST_KEPT = 80

function fold(text: string): string {
  return [...text.normalize('NFC')]
    .map(foldChar)
    .join('')
    .replaceAll(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

const kept = remembered(fold, 20_000)

/** A name without case, accents, punctuation and variants of spelling, its words apart by one blank: what two spellings have in common. */
export function folded(text: string): string {
  return text.length > LONGEST_KEPT ? fold(text) : kept(text)
}
