'use client'

import { useTranslations } from 'next-intl'
import { RowList } from './row-list'
import { TextInput } from './text-input'

/** Further addresses at which the agreement is written about. */
export function OtherSourceRows() {
  const t = useTranslations('entry')
  return (
    <RowList list="other_sources" add={t('addOtherSource')} columns="">
      {(path) => <TextInput name={`${path}.url`} label={t('otherSource')} type="url" dir="ltr" />}
    </RowList>
  )
}
