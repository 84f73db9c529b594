import { getTranslations } from 'next-intl/server'
import { read } from '@/app/(desk)/import/actions'
import { ActionForm, type FieldSpec } from '@/components/forms/action-form'
import { SampleTable } from '@/components/staging/sample-table'
import { Disclosure } from '@/components/ui/disclosure'
import type { StagedPage } from '@/lib/features/imports/get-staged'
import { DELIMITER_NAMES, delimiterName, ENCODINGS } from '@/lib/schemas/staged'

/** How a file is read, which can be changed, and its first rows. */
export async function HowRead({
  staged,
  hidden,
}: Pick<StagedPage, 'staged'> & { hidden: Record<string, string> }) {
  const t = await getTranslations('staging')
  const { dialect, guessed, sheets, header, sample } = staged
  const hint = (part: string) => (guessed.includes(part) ? { hint: t('guessed') } : {})
  const csv: FieldSpec[] = [
    {
      ...{ name: 'encoding', label: t('encoding'), value: dialect.encoding ?? 'utf-8' },
      options: ENCODINGS.map((value) => ({ value, label: value.toUpperCase() })),
      ...hint('encoding'),
    },
    {
      ...{
        name: 'delimiter',
        label: t('delimiter'),
        value: delimiterName(dialect.delimiter ?? ','),
      },
      options: DELIMITER_NAMES.map((value) => ({ value, label: t(`delimiters.${value}`) })),
      ...hint('delimiter'),
    },
  ]
  const xlsx: FieldSpec[] = [
    {
      ...{ name: 'sheet', label: t('sheet'), value: dialect.sheet ?? '' },
      options: sheets.map((value) => ({ value, label: value })),
      ...hint('sheet'),
    },
  ]
  const fields: FieldSpec[] = [
    ...(dialect.format === 'csv' ? csv : xlsx),
    {
      ...{ name: 'headerRow', label: t('headerRow'), value: String(dialect.headerRow) },
      inputMode: 'numeric',
      ...hint('headerRow'),
    },
    {
      ...{
        name: 'decimal',
        label: t('decimal'),
        value: dialect.decimal === ',' ? 'comma' : 'point',
      },
      options: (['point', 'comma'] as const).map((value) => ({
        value,
        label: t(`decimals.${value}`),
      })),
      ...hint('decimal'),
    },
  ]
  const form = (
    <ActionForm
      action={read}
      label={t('readTitle')}
      fields={fields}
      hidden={hidden}
      submit={t('readSubmit')}
      look="plain"
      inline
    />
  )
  return (
    <div className="grid gap-6">
      {sample.length === 0 ? (
        <p className="font-semibold">{t('noRows')}</p>
      ) : (
        <SampleTable caption={t('sampleCaption')} line={t('line')} heads={header} rows={sample} />
      )}
      <Disclosure summary={t('readTitle')} open={staged.state === 'mapping'}>
        <p className="mb-4 text-sm text-soft">{t('readLead')}</p>
        {form}
      </Disclosure>
    </div>
  )
}
