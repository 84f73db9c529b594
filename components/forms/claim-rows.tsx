'use client'

import { useTranslations } from 'next-intl'
import { useText } from '@/components/entry/entry-context'
import { MEASURES } from '@/lib/domain/types'
import { DayInput } from './day-input'
import { QuantityInput } from './quantity-input'
import { RowList } from './row-list'
import { SelectInput } from './select-input'
import { TextInput } from './text-input'

/** Figures that a source prints and that were not chosen: kept, never counted. */
export function ClaimRows() {
  const t = useTranslations('entry')
  return (
    <RowList list="claims" add={t('addClaim')} columns="sm:grid-cols-2">
      {(path) => <Claim path={path} />}
    </RowList>
  )
}

function Claim({ path }: { path: string }) {
  const codes = useTranslations('codes')
  const money = useText(`${path}.measure`) === 'investment'
  const measures = MEASURES.map((code) => ({ value: code, label: codes(`measure.${code}`) }))
  return (
    <>
      <SelectInput name={`${path}.measure`} options={measures} empty="" />
      <QuantityInput
        name={`${path}.quantity`}
        unit={money ? 'money' : 'persons'}
        currencyField={`${path}.currency`}
      />
      {money && <TextInput name={`${path}.currency`} dir="ltr" />}
      <TextInput name={`${path}.as_stated`} />
      <TextInput name={`${path}.source_url`} type="url" dir="ltr" />
      <TextInput name={`${path}.source_publisher`} />
      <DayInput name={`${path}.source_date`} />
    </>
  )
}
