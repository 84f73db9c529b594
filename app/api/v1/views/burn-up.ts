import { HOME_CURRENCY } from '@/lib/domain/money'
import { type Dashboard, getDashboard } from '@/lib/features/portfolio/get-dashboard'
import {
  amountCell,
  roundedCell,
  tableOf,
  type View,
  type ViewAsked,
  type ViewColumn,
} from './view'

type Point = Dashboard['detail']['points'][number]

/** The burn-up of the promises of a year, as the table behind its chart. */
export async function burnUpView({ viewer, filters, t }: ViewAsked): Promise<View> {
  const currency = filters.measure === 'investment' ? HOME_CURRENCY : null
  const number = (name: string, label: string, of: ViewColumn<Point>['of']) =>
    ({ name, label, of, kind: 'decimal' }) as const
  const columns: ViewColumn<Point>[] = [
    { name: 'day', kind: 'date', label: t('charts.day'), of: ({ day }) => day },
    number('promised', t('charts.promised'), (row) => amountCell(row.promised, currency)),
    number('expected', t('charts.guide'), (row) => roundedCell(row.expected, currency)),
    number('reported', t('charts.reported'), (row) => amountCell(row.reported, currency)),
    number('verified', t('charts.verified'), (row) => amountCell(row.verified, currency)),
  ]
  const { summary, detail } = await getDashboard(viewer, filters)
  return { ...tableOf(columns, detail.points), asOf: summary.asOf }
}
