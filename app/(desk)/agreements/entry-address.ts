import type { AgreementProposal } from '@/lib/domain/types'

/** The forms about an agreement, as their addresses end. */
export const ENTRY_FORMS = [
  'edit',
  'report',
  'amend',
  'correct',
  'event',
  'annotate',
  'retract',
] as const
export type EntryFormName = (typeof ENTRY_FORMS)[number]

/** The form in which a proposal of a kind was entered. */
export function formOf(
  kind: AgreementProposal,
  cells: Record<string, string>,
): EntryFormName | null {
  switch (kind) {
    case 'agreement':
      return null
    case 'amendment':
      return cells.kind === 'correction' ? 'correct' : 'amend'
    case 'event':
      return cells.kind === 'annotation' ? 'annotate' : 'event'
    case 'retraction':
      return 'retract'
    case 'edit':
    case 'report':
      return kind
  }
}

/** The address of an entry's form, at its draft when there is one; `sent` asks it to say that it was handed in. */
export function entryAddress(
  entry: { kind: AgreementProposal; reference: string | null; fields: Record<string, string> },
  { draft, sent = false }: { draft?: string; sent?: boolean } = {},
): string {
  const form = formOf(entry.kind, entry.fields)
  const path =
    form === null || entry.reference === null
      ? '/agreements/new'
      : `/agreements/${encodeURIComponent(entry.reference)}/${form}`
  const query = new URLSearchParams()
  if (draft) query.set('draft', draft)
  if (sent) query.set('sent', '1')
  return query.size === 0 ? path : `${path}?${query}`
}
