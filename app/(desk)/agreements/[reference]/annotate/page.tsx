import {
  AgreementEntry,
  type EntryProps,
  entryMetadata,
} from '@/app/(desk)/agreements/[reference]/agreement-entry'
import { AnnotationFields } from '@/components/entry/event-fields'

export const generateMetadata = () => entryMetadata('annotate')

export default function AnnotationPage(props: EntryProps) {
  return (
    <AgreementEntry {...props} form="annotate" kind="event" start={() => ({ kind: 'annotation' })}>
      {() => <AnnotationFields />}
    </AgreementEntry>
  )
}
