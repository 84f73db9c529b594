import { AnnotationFields } from '@/components/entry/event-fields'
import { AgreementEntry, type EntryProps, entryMetadata } from '../agreement-entry'

export const generateMetadata = () => entryMetadata('annotate')

export default function AnnotationPage(props: EntryProps) {
  return (
    <AgreementEntry {...props} form="annotate" kind="event" start={() => ({ kind: 'annotation' })}>
      {() => <AnnotationFields />}
    </AgreementEntry>
  )
}
