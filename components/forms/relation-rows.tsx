'use client'

import { useTranslations } from 'next-intl'
import { RELATION_KINDS } from '@/lib/domain/types'
import { RowList } from './row-list'
import { SelectInput } from './select-input'
import { TextInput } from './text-input'

/** How this agreement touches others, so that nothing is counted twice. */
export function RelationRows() {
  const t = useTranslations('entry')
  const codes = useTranslations('codes')
  const kinds = RELATION_KINDS.map((code) => ({ value: code, label: codes(`relation.${code}`) }))
  return (
    <RowList
      list="relations"
      add={t('addRelation')}
      hint={t('relationsHint')}
      columns="sm:grid-cols-2"
    >
      {(path) => (
        <>
          <SelectInput name={`${path}.kind`} label={t('relationKind')} options={kinds} empty="" />
          <TextInput name={`${path}.to`} label={t('relationTo')} dir="ltr" />
        </>
      )}
    </RowList>
  )
}
