import type { MissingReason } from '@/lib/domain/types'
import { folded } from './folded'

function set(...texts: string[]): ReadonlySet<string> {
  return new Set(texts.map(folded))
}

const NOTHING = set(
  ...['na', 'n a', 'nd', 'n d', 'nc', 'n c', 'null', 'none', 'nil', 'not available', 'unknown'],
  ...['not stated', 'not specified', 'missing'],
  ...['non disponible', 'non communiqué', 'non précisé', 'non renseigné', 'inconnu', 'néant'],
  ...['غير متوفر', 'غير معروف', 'غير محدد', 'لا يوجد', 'غير مذكور'],
)

/** What people write instead of a figure that says why there is none. */
const REASONS: readonly (readonly [MissingReason, ReadonlySet<string>])[] = [
  [
    'withheld',
    set(
      'confidential',
      'undisclosed',
      'not disclosed',
      'withheld',
      'confidentiel',
      'secret',
      'سري',
    ),
  ],
  [
    'not_applicable',
    set('not applicable', 'sans objet', 's o', 'non applicable', 'لا ينطبق', 'غير معني'),
  ],
  ['pending', set('tbd', 'tbc', 'to be determined', 'to be confirmed', 'pending', 'à préciser')],
  ['pending', set('à confirmer', 'à déterminer', 'en attente', 'قيد التحديد', 'سيحدد لاحقا')],
]

/** No words for nothing are longer: what is needs no folding to say something. */
const LONGEST = 200

/** Whether a text says that there is nothing to say. */
export function saysNothing(text: string): boolean {
  if (text.length > LONGEST) return false
  const plain = folded(text)
  return plain === '' || NOTHING.has(plain)
}

/** Why there is no figure, where the words in its place say so. */
export function reasonOf(text: string): MissingReason | null {
  const plain = folded(text)
  return REASONS.find(([, words]) => words.has(plain))?.[0] ?? null
}
