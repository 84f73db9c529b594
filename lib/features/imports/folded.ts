import { foldChar } from '@/lib/domain/reading/fold'

/** A name without case, accents, punctuation and variants of spelling, its words apart by one blank: what two spellings have in common. */
export function folded(text: string): string {
  return [...text.normalize('NFC')]
    .map(foldChar)
    .join('')
    .replaceAll(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}
