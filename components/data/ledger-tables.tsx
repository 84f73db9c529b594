import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import type { Dictionary } from '@/lib/features/dictionary/get-dictionary'
import { Code, DictionaryTable } from './dictionary-table'

/** Every table of the database, its line always in view, its columns one click away. */
export function LedgerTables({ tables }: { tables: Dictionary['tables'] }) {
  const t = useTranslations('data')
  return (
    <ul>
      {tables.map(({ name, columns }) => (
        <li key={name} id={`table-${name}`} className="border-t border-rule py-3">
          <h3 className="text-base">
            <Code>{name}</Code>
          </h3>
          <p className="max-w-measure text-sm">{t(`tables.${name}` as Parameters<typeof t>[0])}</p>
          <Disclosure summary={t('columnCount', { count: columns.length })}>
            <DictionaryTable
              owner={name}
              caption={t('columnsOf', { name })}
              fields={columns.map(({ name, type, required }) => ({
                name,
                type: required ? type : t('optional', { type }),
              }))}
            />
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}
