import { useLocale, useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import { FilterForm, SelectFilter, TextFilter } from '@/components/ui/filter-form'
import {
  AGREEMENT_TYPES,
  EVIDENCES,
  FRESHNESSES,
  type IsoDate,
  LANES,
  LIFECYCLES,
  MEASURES,
  PACE_STATUSES,
  REGIONS,
  SECTORS,
} from '@/lib/domain/types'
import type { OrganisationChoices } from '@/lib/features/agreements/list-choices'
import { SEGMENTS, SORTS, SURFACES } from '@/lib/schemas/filter-keys'
import type { Filters } from '@/lib/schemas/filters'
import { ActiveFilters } from './active-filters'
import { ChoiceFilter } from './choice-filter'
import { type CodedKey, codeLabel, valueLabel } from './filter-labels'
import { filtersInUse, kept, listHref, withoutFilters } from './list-address'

const CODES: readonly (readonly [CodedKey, readonly string[]])[] = [
  ['status', PACE_STATUSES],
  ['sector', SECTORS],
  ['region', REGIONS],
  ['type', AGREEMENT_TYPES],
  ['freshness', FRESHNESSES],
  ['evidence', EVIDENCES],
  ['lifecycle', LIFECYCLES],
  ['segment', SEGMENTS],
]
const YEARS_BACK = 6
const YEARS_AHEAD = 10
const NOT_SHOWN = ['asOf', 'knownAt', 'cohort', 'limit']
const SHOWN = SURFACES.page.filter((key) => !NOT_SHOWN.includes(key))

/** Every filter of the list as a GET form, and those in use as links that take one away each. */
export function AgreementFilters({
  filters,
  asOf,
  organisations,
}: {
  filters: Filters
  asOf: IsoDate
  organisations: OrganisationChoices
}) {
  const t = useTranslations()
  const locale = useLocale()
  const inUse = filtersInUse(filters)
  const all = [...organisations.companies, ...organisations.parties]
  const names = Object.fromEntries(all.map(({ slug, name }) => [slug, name]))
  return (
    <div>
      <FilterForm
        action="/agreements"
        label={t('agreements.filtersTitle')}
        keep={kept(filters, SHOWN)}
        submit={t('common.apply')}
        clear={
          inUse.length > 0 ? { href: withoutFilters(filters), label: t('common.clear') } : undefined
        }
        search
      >
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
          <TextFilter
            label={`${t('common.search')} – ${t('agreements.text')}`}
            name="q"
            value={filters.q ?? undefined}
          />
          <Usual
            filters={filters}
            name="measure"
            usual="net_new_jobs"
            options={MEASURES.map((value) => ({ value, label: t(`codes.measure.${value}`) }))}
          />
          <Usual
            filters={filters}
            name="lane"
            usual="reported"
            options={LANES.map((value) => ({ value, label: t(`codes.lane.${value}`) }))}
          />
          <Usual
            filters={filters}
            name="sort"
            usual="-signed"
            options={SORTS.flatMap((value) => {
              const order = t(`agreements.sorts.${value}`)
              return [
                { value: `-${value}`, label: t('agreements.descending', { order }) },
                { value, label: t('agreements.ascending', { order }) },
              ]
            })}
          />
        </div>
        <Disclosure summary={t('agreements.moreFilters')}>
          <MoreFilters filters={filters} asOf={asOf} organisations={organisations} />
        </Disclosure>
      </FilterForm>
      <ActiveFilters
        label={t('agreements.active')}
        remove={t('agreements.remove')}
        filters={inUse.map(({ key, value, rest }) => ({
          href: listHref(filters, rest),
          label: t('agreements.chip', {
            filter: key === 'q' ? t('common.search') : t(`agreements.${key}`),
            value: valueLabel(locale, t, names, key, value),
          }),
        }))}
      />
    </div>
  )
}

/** A select whose first choice is the default, so that an untouched one asks for nothing. */
function Usual({
  filters,
  name,
  usual,
  options,
}: {
  filters: Filters
  name: 'measure' | 'lane' | 'sort'
  usual: string
  options: { value: string; label: string }[]
}) {
  const t = useTranslations('agreements')
  const current = filters[name]
  return (
    <SelectFilter
      label={t(name)}
      name={name}
      value={current === usual ? '' : current}
      any={options.find(({ value }) => value === usual)?.label}
      options={options.filter(({ value }) => value !== usual)}
    />
  )
}

function MoreFilters({
  filters,
  asOf,
  organisations,
}: {
  filters: Filters
  asOf: IsoDate
  organisations: OrganisationChoices
}) {
  const t = useTranslations()
  const chosenText = (count: number) => t('agreements.chosen', { count })
  const named = { company: organisations.companies, party: organisations.parties }
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {(['company', 'party'] as const).map((key) => (
        <ChoiceFilter
          key={key}
          label={t(`agreements.${key}`)}
          name={key}
          chosen={filters[key]}
          chosenText={chosenText(filters[key].length)}
          options={named[key].map(({ slug, name }) => ({ value: slug, label: name }))}
          note={named[key].length < organisations.most ? undefined : t('agreements.rarerNames')}
        />
      ))}
      {CODES.map(([key, values]) => (
        <ChoiceFilter
          key={key}
          label={t(`agreements.${key}`)}
          name={key}
          chosen={filters[key]}
          chosenText={chosenText(filters[key].length)}
          options={values.map((value) => ({ value, label: codeLabel(t, key, value) }))}
        />
      ))}
      <ChoiceFilter
        label={t('agreements.dueYear')}
        name="dueYear"
        chosen={filters.dueYear.map(String)}
        chosenText={chosenText(filters.dueYear.length)}
        options={years(asOf, filters.dueYear).map((year) => ({ value: year, label: year }))}
      />
      <div className="grid grid-cols-2 gap-3 sm:col-span-2 lg:col-span-1 lg:col-start-1">
        <TextFilter
          label={t('agreements.signedFrom')}
          name="signedFrom"
          type="date"
          value={filters.signedFrom ?? undefined}
        />
        <TextFilter
          label={t('agreements.signedTo')}
          name="signedTo"
          type="date"
          value={filters.signedTo ?? undefined}
        />
      </div>
    </div>
  )
}

function years(asOf: IsoDate, chosen: readonly number[]): string[] {
  const first = Number(asOf.slice(0, 4)) - YEARS_BACK
  const around = Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, index) => first + index)
  return [...new Set([...around, ...chosen])].sort((a, b) => a - b).map(String)
}
