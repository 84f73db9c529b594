import { ReportFields } from '@/components/entry/report-fields'
import { AgreementEntry, type EntryProps, entryMetadata } from '../agreement-entry'

export const generateMetadata = () => entryMetadata('report')

export default function ReportPage(props: EntryProps) {
  return (
    <AgreementEntry {...props} form="report" kind="report" start={() => ({})}>
      {({ commitments }) => <ReportFields measures={commitments.map(({ measure }) => measure)} />}
    </AgreementEntry>
  )
}
