import {
  AgreementEntry,
  type EntryProps,
  entryMetadata,
} from '@/app/(desk)/agreements/[reference]/agreement-entry'
import { EditFields } from '@/components/entry/edit-fields'
import { getAgreementRow } from '@/lib/features/agreements/get-agreement-row'
import { fieldsOfEntry } from '@/lib/schemas/entry-rows'

export const generateMetadata = () => entryMetadata('edit')

/** Columns that an edit leaves alone: the promise is amended or corrected, a later step is an event. */
const ELSEWHERE =
  /^(reference|jobs|jobs_.*|deadline.*|milestones|amount|amount_.*|currency|lifecycle)$/

export default function EditPage(props: EntryProps) {
  return (
    <AgreementEntry
      {...props}
      form="edit"
      kind="edit"
      start={async ({ description }, viewer) => {
        const { cells } = await getAgreementRow(viewer, description.reference)
        const kept = Object.entries(cells).filter(([column]) => !ELSEWHERE.test(column))
        return fieldsOfEntry({ cells: Object.fromEntries(kept), claims: [], commitments: [] })
      }}
    >
      {() => <EditFields />}
    </AgreementEntry>
  )
}
