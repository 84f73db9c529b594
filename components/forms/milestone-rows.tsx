'use client'

import { useTranslations } from 'next-intl'
import { DayInput } from './day-input'
import { QuantityInput, type Unit } from './quantity-input'
import { RowList } from './row-list'

/** What is promised on the way to the deadline: by when, and how much by then. */
export function MilestoneRows({ list = 'milestones', unit }: { list?: string; unit: Unit }) {
  const t = useTranslations('entry')
  return (
    <RowList
      list={list}
      add={t('addMilestone')}
      hint={t('milestonesHint')}
      columns="sm:grid-cols-2"
    >
      {(path) => (
        <>
          <DayInput name={`${path}.on`} label={t('milestoneOn')} />
          <QuantityInput name={`${path}.quantity`} unit={unit} label={t('milestoneQuantity')} />
        </>
      )}
    </RowList>
  )
}
