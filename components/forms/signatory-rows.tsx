'use client'

import { useTranslations } from 'next-intl'
import { CAPACITIES, SIDES } from '@/lib/domain/types'
import { RowList } from './row-list'
import { SelectInput } from './select-input'
import { TextInput } from './text-input'

/** Who was at the table: a person, their title as at signing, for which side, in which capacity. */
export function SignatoryRows() {
  const t = useTranslations('entry')
  const codes = useTranslations('codes')
  const sides = SIDES.map((code) => ({ value: code, label: codes(`side.${code}`) }))
  const capacities = CAPACITIES.map((code) => ({ value: code, label: codes(`capacity.${code}`) }))
  return (
    <RowList
      list="signatories"
      add={t('addSignatory')}
      hint={t('signatoriesHint')}
      columns="sm:grid-cols-2 lg:grid-cols-[3fr_3fr_2fr_2fr]"
    >
      {(path) => (
        <>
          <TextInput name={`${path}.name`} label={t('fields.name')} />
          <TextInput name={`${path}.title`} label={t('personTitle')} />
          <SelectInput name={`${path}.side`} label={t('fields.side')} options={sides} empty="" />
          <SelectInput
            name={`${path}.capacity`}
            label={t('fields.capacity')}
            options={capacities}
            empty=""
          />
        </>
      )}
    </RowList>
  )
}
