import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChoiceFilter } from '@/components/agreements/choice-filter'
import { keptFields } from '@/components/portfolio/directory-address'
import { FilterForm, SelectFilter } from '@/components/ui/filter-form'
import { REGIONS, SECTORS } from '@/lib/domain/types'
import type { OrganisationChoices } from '@/lib/features/agreements/list-choices'
import type { Key } from '@/lib/schemas/filter-keys'
import type { Filters } from '@/lib/schemas/filters'

const SHOWN: readonly Key[] = ['region', 'sector', 'company', 'owner', 'group', 'letter']

/** Region, sector, company; what a page adds stands behind them. */
export function CalendarFilters({
  action,
  clear,
  filters,
  choices: { companies, most },
  children,
}: {
  action: string
  clear: string
  filters: Filters
  choices: Pick<OrganisationChoices, 'companies' | 'most'>
  children?: ReactNode
}) {
  const t = useTranslations()
  const { region, sector, company, owner } = filters
  const used = region.length + sector.length + company.length > 0 || owner !== null
  return (
    <FilterForm
      action={action}
      label={t('calendar.filters')}
      keep={keptFields(filters, SHOWN)}
      submit={t('common.apply')}
      clear={used ? { href: clear, label: t('common.clear') } : undefined}
    >
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectFilter
          label={t('agreements.region')}
          name="region"
          value={region[0]}
          any={t('common.all')}
          options={REGIONS.map((value) => ({ value, label: t(`codes.region.${value}`) }))}
        />
        <SelectFilter
          label={t('agreements.sector')}
          name="sector"
          value={sector[0]}
          any={t('common.all')}
          options={SECTORS.map((value) => ({ value, label: t(`codes.sector.${value}`) }))}
        />
        <div className="self-end">
          <ChoiceFilter
            label={t('agreements.company')}
            name="company"
            chosen={company}
            chosenText={t('agreements.chosen', { count: company.length })}
            options={companies.map(({ slug, name }) => ({ value: slug, label: name }))}
            note={companies.length < most ? undefined : t('agreements.rarerNames')}
          />
        </div>
        {children}
      </div>
    </FilterForm>
  )
}
