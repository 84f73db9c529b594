import { deadlineWords } from '@/components/agreements/deadline-words'
import { momentOf } from '@/lib/clock'
import { type DueTarget, listTargets } from '@/lib/features/targets/list-targets'
import {
  amountCell,
  quantityColumns,
  tableOf,
  type View,
  type ViewAsked,
  type ViewColumn,
} from './view'

const currencyOf = ({ measure, currency }: DueTarget) =>
  measure === 'investment' ? currency : null

/** The national targets under the filters, the soonest due first. */
export async function targetsView({ viewer, filters, locale, t }: ViewAsked): Promise<View> {
  const text = (name: string, label: string, of: ViewColumn<DueTarget>['of']) =>
    ({ name, label, of, kind: 'text' }) as const
  const columns: ViewColumn<DueTarget>[] = [
    text('title', t('exports.columns.title'), ({ title }) => title),
    ...quantityColumns(
      t,
      t('exports.columns.target'),
      ({ quantity }: DueTarget) => quantity,
      currencyOf,
    ),
    text('currency', t('exports.columns.currency'), currencyOf),
    text('measure', t('exports.columns.measure'), ({ measure }) => t(`codes.measure.${measure}`)),
    text('programme', t('targets.programme'), ({ programme }) => programme),
    text(
      'deadline',
      t('targets.deadline'),
      ({ deadline }) => deadline && deadlineWords(locale, t, deadline),
    ),
    {
      ...text('baseline', t('targets.baseline'), (row) =>
        amountCell(row.baseline, currencyOf(row)),
      ),
      kind: 'decimal',
    },
    {
      ...text('baseline_date', t('exports.columns.baseline_date'), (row) => row.baselineDate),
      kind: 'period',
    },
    text('sector', t('targets.sector'), ({ sector }) =>
      sector ? t(`codes.sector.${sector}`) : t('targets.allSectors'),
    ),
    text('region', t('targets.region'), ({ region }) =>
      region === 'MA' ? t('targets.wholeCountry') : t(`codes.region.${region}`),
    ),
    { ...text('source', t('common.source'), ({ sourceUrl }) => sourceUrl), kind: 'url' },
    {
      ...text('source_date', t('exports.columns.source_date'), (row) => row.sourceDate),
      kind: 'period',
    },
    text('as_stated', t('targets.asStated'), ({ asStated }) => asStated),
    text('notes', t('targets.notes'), ({ notes }) => notes),
  ]
  const targets = await listTargets(viewer, filters)
  return { ...tableOf(columns, targets), asOf: momentOf(filters).asOf }
}
