import {
  AgreementEntry,
  type EntryProps,
  entryMetadata,
} from '@/app/(desk)/agreements/[reference]/agreement-entry'
import { RetractionFields } from '@/components/entry/retraction-fields'
import { retractables } from './statements'

export const generateMetadata = () => entryMetadata('retract')

export default async function RetractPage(props: EntryProps) {
  return (
    <AgreementEntry {...props} form="retract" kind="retraction" start={() => ({})}>
      {async (detail) => <RetractionFields statements={await retractables(detail)} />}
    </AgreementEntry>
  )
}
