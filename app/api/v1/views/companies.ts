import { HOME_CURRENCY } from '@/lib/domain/money'
import {
  type ListedOrganisation,
  listOrganisations,
} from '@/lib/features/organisations/list-organisations'
import { MOST_ROWS } from '@/lib/schemas/filter-keys'
import {
  amountCell,
  everyPage,
  quantityColumns,
  roundedCell,
  tableOf,
  type View,
  type ViewAsked,
  type ViewColumn,
} from './view'

/** The directory of organisations of one kind under the filters, in its order. */
export async function companiesView({ viewer, filters, t }: ViewAsked): Promise<View> {
  const page = (cursor: string | null) =>
    listOrganisations(viewer, { ...filters, cursor, limit: MOST_ROWS })
  const currency = filters.measure === 'investment' ? HOME_CURRENCY : null
  const number = (name: string, label: string, of: ViewColumn<ListedOrganisation>['of']) =>
    ({ name, label, of, kind: 'decimal' }) as const
  const columns: ViewColumn<ListedOrganisation>[] = [
    {
      ...{ name: 'name', kind: 'text', label: t(`companies.kinds.${filters.kind}`) },
      of: ({ name }) => name,
    },
    number('agreements', t('companies.agreements'), (row) => String(row.agreements)),
    number('counted', t('exports.columns.counted'), (row) => String(row.promised.of)),
    number('stated', t('views.stated'), (row) => String(row.promised.stated)),
    ...quantityColumns(
      t,
      t('companies.promised'),
      (row: ListedOrganisation) => row.promised,
      () => currency,
    ),
    number('reported', t('companies.reported'), ({ figures }) =>
      amountCell(figures.created, currency),
    ),
    number('gap', t('companies.gap'), ({ figures }) => roundedCell(figures.gap, currency)),
    {
      ...{ name: 'statuses', kind: 'text', label: t('companies.statuses') },
      of: ({ statuses }) =>
        statuses.map(({ status, count }) => `${count} ${t(`codes.status.${status}`)}`).join(' · '),
    },
  ]
  const first = await page(null)
  return { ...tableOf(columns, everyPage(first, page)), asOf: first.asOf }
}
