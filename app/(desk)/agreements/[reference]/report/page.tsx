import {
  AgreementEntry,
  type EntryProps,
  entryMetadata,
} from '@/app/(desk)/agreements/[reference]/agreement-entry'
import { ReportFields } from '@/components/entry/report-fields'

export const generateMetadata = () => entryMetadata('report')

export default function ReportPage(props: EntryProps) {
  return (
    <AgreementEntry {...props} form="report" kind="report" start={() => ({})}>
      {({ commitments }) => <ReportFields measures={commitments.map(({ measure }) => measure)} />}
    </AgreementEntry>
  )
}
