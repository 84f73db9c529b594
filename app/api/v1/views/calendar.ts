import { CALENDAR_LISTS, type CalendarList } from '@/lib/domain/report-due'
import { type Calendar, getCalendar } from '@/lib/features/calendar/get-calendar'
import { MOST_ROWS } from '@/lib/schemas/filter-keys'
import {
  everyPage,
  quantityColumns,
  tableOf,
  type View,
  type ViewAsked,
  type ViewColumn,
} from './view'

type Entry = Calendar['deadlines']['rows'][number] & { list: CalendarList }

/** The lists of the calendar under the filters, deadlines first, each the earliest first. */
export async function calendarView({ viewer, filters, t }: ViewAsked): Promise<View> {
  const text = (name: string, label: string, of: ViewColumn<Entry>['of']) =>
    ({ name, label, of, kind: 'text' }) as const
  const columns: ViewColumn<Entry>[] = [
    text('list', t('views.list'), ({ list }) => t(`views.lists.${list}`)),
    { ...text('day', t('exports.columns.on'), ({ day }) => day), kind: 'date' },
    text('title', t('agreements.agreement'), ({ title }) => title),
    text('reference', t('exports.columns.reference'), ({ reference }) => reference),
    text('company', t('agreements.company'), ({ company }) => company?.name ?? null),
    text('region', t('agreements.region'), ({ region }) => t(`codes.region.${region}`)),
    text('measure', t('exports.columns.measure'), ({ measure }) => t(`codes.measure.${measure}`)),
    ...quantityColumns(
      t,
      t('agreements.promised'),
      (row: Entry) => row,
      ({ currency }) => currency,
    ),
    text('currency', t('exports.columns.currency'), ({ currency }) => currency),
    text('status', t('agreements.status'), ({ status }) => t(`codes.status.${status}`)),
    text(
      'reason',
      t('exports.columns.status_reason'),
      ({ reason }) => reason && t(`codes.reason.${reason}`),
    ),
    {
      ...text('data_date', t('exports.columns.data_date'), ({ dataDate }) => dataDate),
      kind: 'date',
    },
    { ...text('due', t('exports.columns.due'), ({ due }) => due), kind: 'date' },
  ]
  const page = async (list: CalendarList, cursor: string | null) =>
    getCalendar(viewer, { ...filters, list, cursor, limit: MOST_ROWS })
  const first = await getCalendar(viewer, { ...filters, cursor: null, limit: MOST_ROWS })
  async function* rows() {
    for (const list of CALENDAR_LISTS)
      if (filters.list === null || filters.list === list)
        for await (const row of everyPage(
          first[list],
          async (cursor) => (await page(list, cursor))[list],
        ))
          yield { ...row, list }
  }
  return { ...tableOf(columns, rows()), asOf: first.asOf }
}
