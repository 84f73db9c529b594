import { CAPACITIES } from '@/lib/domain/types'
import { listPeople, type PersonList } from '@/lib/features/people/list-people'
import { MOST_ROWS } from '@/lib/schemas/filter-keys'
import { everyPage, tableOf, type View, type ViewAsked, type ViewColumn } from './view'

type Person = PersonList['rows'][number]

/** The directory of people under the filters, in its order. */
export async function signatoriesView({ viewer, filters, t }: ViewAsked): Promise<View> {
  const page = (cursor: string | null) =>
    listPeople(viewer, { ...filters, cursor, limit: MOST_ROWS })
  const columns: ViewColumn<Person>[] = [
    { name: 'name', kind: 'text', label: t('signatories.person'), of: ({ name }) => name },
    { name: 'title', kind: 'text', label: t('exports.columns.title'), of: ({ title }) => title },
    {
      ...{ name: 'side', kind: 'text', label: t('signatories.side') },
      of: ({ sides }) => sides.map((side) => t(`codes.side.${side}`)).join(' · '),
    },
    {
      ...{ name: 'agreements', kind: 'integer', label: t('signatories.agreements') },
      of: ({ agreements }) => String(agreements),
    },
    ...CAPACITIES.map((capacity) => ({
      ...{ name: capacity, kind: 'integer' as const, label: t(`codes.capacity.${capacity}`) },
      of: ({ capacities }: Person) => {
        const count = capacities[capacity]
        return count === undefined ? null : String(count)
      },
    })),
  ]
  const first = await page(null)
  return { ...tableOf(columns, everyPage(first, page)), asOf: first.asOf }
}
