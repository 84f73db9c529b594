import { useTranslations } from 'next-intl'
import { RecordTable } from '@/components/ui/record-table'

interface Field {
  name: string
  /** What it holds, already in words. */
  type: string
}

/** One line a column: its name, what it holds, and what it means for this table or file. */
export function DictionaryTable({
  owner,
  caption,
  fields,
}: {
  owner: string
  caption: string
  fields: Field[]
}) {
  const t = useTranslations('data')
  const lineOf = (name: string) => {
    // A test holds every column of every table and file to a line under one of these keys.
    const own = `fieldsOf.${owner}.${name}` as Parameters<typeof t>[0]
    const shared = `fields.${name}` as Parameters<typeof t>[0]
    return t(t.has(own) ? own : shared)
  }
  return (
    <RecordTable
      caption={caption}
      rows={fields}
      keyOf={({ name }) => name}
      head={{ label: t('column'), cell: ({ name }) => <Code>{name}</Code> }}
      columns={[
        {
          key: 'type',
          label: t('holds'),
          cell: ({ type }) => <span className="text-soft">{type}</span>,
        },
        {
          key: 'line',
          label: t('means'),
          cell: ({ name }) => <span className="block max-w-measure">{lineOf(name)}</span>,
        },
      ]}
    />
  )
}

/** A name or an address of the machine: left to right in every language. */
export function Code({ children }: { children: string }) {
  return (
    <code className="font-mono text-[0.92em] break-words">
      <bdi dir="ltr">{children}</bdi>
    </code>
  )
}
