import { getTranslations } from 'next-intl/server'
import { check, take } from '@/app/(desk)/import/actions'
import { ActionForm } from '@/components/forms/action-form'
import { fieldLabel } from '@/components/review/field-words'
import { wordsOfColumn } from '@/components/staging/code-words'
import { type MappedColumn, MappingForm } from '@/components/staging/mapping-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { StagedPage } from '@/lib/features/imports/get-staged'
import type { Translator } from '@/lib/print'
import { IMPORT_COLUMNS, REQUIRED_COLUMNS } from '@/lib/schemas/import'

// A file cannot name an uploaded source otherwise than by its address.
const NOT_OFFERED = ['source_attachment']

function columnsOf(t: Translator, { staged }: Pick<StagedPage, 'staged'>): MappedColumn[] {
  const { kind, mapping } = staged
  return IMPORT_COLUMNS[kind]
    .filter((column) => !NOT_OFFERED.includes(column))
    .map((column) => {
      const origin = mapping[column]
      const given = kind === 'agreements' && column === 'reference'
      return {
        ...{ column, label: fieldLabel(t, column), words: wordsOfColumn(t, kind, column) },
        required: REQUIRED_COLUMNS[kind].includes(column) && !given,
        ...(given && { hint: t('staging.given') }),
        from: origin && 'header' in origin ? origin.header : '',
        constant: origin && 'constant' in origin ? origin.constant : '',
      }
    })
}

/** Which column of the file is which of ours. */
export async function Columns({
  staged,
  mappings,
  hidden,
}: Pick<StagedPage, 'staged' | 'mappings'> & { hidden: Record<string, string> }) {
  const t = await getTranslations()
  const { header, sample, mapping } = staged
  const used = new Set(
    Object.values(mapping).flatMap((origin) => ('header' in origin ? [origin.header] : [])),
  )
  const unused = header.filter((head) => !used.has(head))
  const heads = header.map((name, index) => ({
    name,
    example:
      sample.map(({ fields }) => fields[index] ?? '').find((text) => text.trim() !== '') ?? '',
  }))
  return (
    <div className="grid gap-8">
      {mappings.length > 0 && (
        <div className="max-w-md">
          <ActionForm
            action={take}
            label={t('staging.kept')}
            fields={[
              {
                ...{ name: 'kept', label: t('staging.kept') },
                options: mappings.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]}
            hidden={hidden}
            submit={t('staging.take')}
            look="plain"
          />
        </div>
      )}
      {unused.length > 0 && (
        <Disclosure summary={t('staging.unused', { count: unused.length })}>
          <p className="text-sm text-soft">{unused.join(', ')}</p>
        </Disclosure>
      )}
      <MappingForm
        key={staged.version}
        action={check}
        hidden={hidden}
        columns={columnsOf(t, { staged })}
        heads={heads}
        words={{
          ...{ from: t('staging.from'), none: t('staging.none') },
          constant: t('staging.constant'),
          ...{ example: t('staging.example'), required: t('staging.required') },
          more: t('staging.others'),
          ...{ keepAs: t('staging.keepAs'), check: t('staging.check') },
        }}
      />
    </div>
  )
}
