import { useTranslations } from 'next-intl'

const NOTES = {
  reading: [
    'references',
    'binding',
    'lifecycle',
    'types',
    'signed',
    'names',
    'parties',
    'people',
    'scope',
    'measure',
    'deadlines',
    'amounts',
    'regions',
    'reports',
    'targets',
  ],
  once: ['overlaps', 'implements', 'parts', 'groups', 'open'],
  doubtful: [
    'alten',
    'headcounts',
    'btr',
    'large',
    'safran',
    'hydrogen',
    'ntt',
    'others',
    'absent',
  ],
} as const

export type NoteGroup = keyof typeof NOTES

/** What a reader of the shipped records must know: how columns were filled, what is counted once, what stays doubtful. */
export function ReadingNotes({ group }: { group: NoteGroup }) {
  const t = useTranslations('data')
  return (
    <ul className="grid max-w-measure list-disc gap-2 ps-5 marker:text-faint">
      {NOTES[group].map((key) => (
        <li key={key}>{t(`notes.${group}.${key}` as Parameters<typeof t>[0])}</li>
      ))}
    </ul>
  )
}
