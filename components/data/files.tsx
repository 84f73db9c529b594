import { useLocale, useTranslations } from 'next-intl'
import { addressOf } from '@/components/portfolio/directory-address'
import { Disclosure } from '@/components/ui/disclosure'
import type { Dictionary } from '@/lib/features/dictionary/get-dictionary'
import { IMPORTABLE_FILES } from '@/lib/schemas/export-files'
import type { Filters } from '@/lib/schemas/filters'
import { Code, DictionaryTable } from './dictionary-table'

type File = Dictionary['files'][number]

/** Every file in every shape, on the day and in the lane of the page, and what its columns mean. */
export function Files({ files, asked }: { files: File[]; asked: Partial<Filters> }) {
  return (
    <ul>
      {files.map((file) => (
        <FileEntry key={file.file} file={file} asked={asked} />
      ))}
    </ul>
  )
}

function FileEntry({
  file: { file, columns, importOnly },
  asked,
}: {
  file: File
  asked: Partial<Filters>
}) {
  const t = useTranslations('data')
  const locale = useLocale()
  const path = `/api/v1/${file}.csv`
  // targets.csv knows neither measures nor lanes.
  const kept =
    file === 'targets' ? { asOf: asked.asOf ?? null, knownAt: asked.knownAt ?? null } : asked
  // Its heads are in a language, which therefore stands in the address.
  const book = addressOf(`/api/v1/${file}.xlsx`, kept)
  const shapes: [label: string, href: string][] = [
    [t('csv'), addressOf(path, kept)],
    [t('workbook'), `${book}${book.includes('?') ? '&' : '?'}lang=${locale}`],
    [t('excelFr'), addressOf(path, { ...kept, excel: 'fr' })],
    [t('excelEn'), addressOf(path, { ...kept, excel: 'en' })],
  ]
  if (IMPORTABLE_FILES.includes(file))
    shapes.push([t('importShape'), addressOf(path, { ...kept, shape: 'import' })])
  const fields = (list: File['columns']) =>
    list.map(({ name, kind, unit }) => ({
      name,
      type: unit
        ? t('withUnit', { kind: t(`kinds.${kind}`), unit: t(`units.${unitKey(unit)}`) })
        : t(`kinds.${kind}`),
    }))
  return (
    <li id={`file-${file}`} className="border-t border-rule py-4">
      <h3 className="text-base">
        <Code>{`${file}.csv`}</Code>
      </h3>
      <p className="max-w-measure text-sm">{t(`files.${file}`)}</p>
      <ul className="no-print my-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {shapes.map(([label, href]) => (
          <li key={href}>
            <a href={href} download className="link inline-flex min-h-8 items-center">
              {label}
            </a>
          </li>
        ))}
        <li>
          <a
            href={addressOf(`${path}-metadata.json`, kept)}
            className="link inline-flex min-h-8 items-center"
          >
            {t('metadata')}
          </a>
        </li>
      </ul>
      <Disclosure summary={t('columnCount', { count: columns.length })}>
        <DictionaryTable
          owner={file}
          caption={t('columnsOf', { name: `${file}.csv` })}
          fields={fields(columns)}
        />
      </Disclosure>
      {importOnly.length > 0 && (
        <Disclosure summary={t('importOnly', { count: importOnly.length })}>
          <DictionaryTable
            owner={file}
            caption={t('columnsOf', { name: `${file}.csv` })}
            fields={fields(importOnly)}
          />
        </Disclosure>
      )}
    </li>
  )
}

function unitKey(unit: NonNullable<File['columns'][number]['unit']>) {
  return unit === 'persons per month' ? 'perMonth' : unit
}
