import {
  AgreementEntry,
  type EntryProps,
  entryMetadata,
} from '@/app/(desk)/agreements/[reference]/agreement-entry'
import { EventFields } from '@/components/entry/event-fields'

export const generateMetadata = () => entryMetadata('event')

export default function EventPage(props: EntryProps) {
  return (
    <AgreementEntry {...props} form="event" kind="event" start={() => ({})}>
      {() => <EventFields />}
    </AgreementEntry>
  )
}
