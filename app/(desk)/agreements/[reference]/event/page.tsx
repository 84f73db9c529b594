import { EventFields } from '@/components/entry/event-fields'
import { AgreementEntry, type EntryProps, entryMetadata } from '../agreement-entry'

export const generateMetadata = () => entryMetadata('event')

export default function EventPage(props: EntryProps) {
  return (
    <AgreementEntry {...props} form="event" kind="event" start={() => ({})}>
      {() => <EventFields />}
    </AgreementEntry>
  )
}
