import type { DraftRow } from '@/components/entry/draft-list'
import { isApart } from '@/lib/domain/types'
import type { ProposalsPage } from '@/lib/features/proposals/list-proposals'
import { entryAddress } from './entry-address'

/** A draft as a list shows it, with the way to its form. */
export function draftRow({
  id,
  kind,
  subject,
  state,
  payload,
  updatedAt,
}: ProposalsPage['rows'][number]): DraftRow {
  const { cells } = payload
  return {
    // What only files bring has no form: it is handed in where it is shown.
    href: isApart(kind)
      ? `/review/${id}`
      : entryAddress({ kind, reference: subject, fields: cells }, { draft: id }),
    kind,
    title: cells.title || cells.company || subject || null,
    returned: state === 'returned',
    updatedAt,
  }
}
