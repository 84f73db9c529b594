import { RetractionFields } from '@/components/entry/retraction-fields'
import { AgreementEntry, type EntryProps, entryMetadata } from '../agreement-entry'
import { retractables } from './statements'

export const generateMetadata = () => entryMetadata('retract')

export default async function RetractPage(props: EntryProps) {
  return (
    <AgreementEntry {...props} form="retract" kind="retraction" start={() => ({})}>
      {async (detail) => <RetractionFields statements={await retractables(detail)} />}
    </AgreementEntry>
  )
}
