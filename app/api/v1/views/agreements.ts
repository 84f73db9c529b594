import { deadlineWords } from '@/components/agreements/deadline-words'
import { leftOutRule } from '@/components/agreements/left-out-rule'
import type { Listed } from '@/components/agreements/listed'
import { percent } from '@/lib/domain/lane-figures'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
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

function progressOf({ created, target }: Listed): string | null {
  if (created === null || target === null || target <= 0n) return null
  return String(percent(created, target))
}

function leftOutWords(t: ViewAsked['t'], reason: string): string {
  const { key, counted } = leftOutRule(reason)
  return t.markup(`agreements.leftOut.${key}`, {
    link: (words) => words,
    ...(counted !== null && { reference: counted }),
  })
}

/** The list of agreements under the filters, in its order. */
export async function agreementsView({ viewer, filters, locale, t }: ViewAsked): Promise<View> {
  const page = (cursor: string | null) =>
    listAgreements(viewer, { ...filters, cursor, limit: MOST_ROWS })
  const currency = (row: Listed) => row.currency
  const text = (name: string, label: string, of: ViewColumn<Listed>['of']) =>
    ({ name, label, of, kind: 'text' }) as const
  const columns: ViewColumn<Listed>[] = [
    text('title', t('agreements.agreement'), ({ title }) => title),
    text('company', t('agreements.company'), ({ company }) => company?.name ?? null),
    text('reference', t('exports.columns.reference'), ({ reference }) => reference),
    { ...text('signed', t('agreements.signed'), (row) => row.signedOn), kind: 'period' },
    ...quantityColumns(t, t('agreements.promised'), (row: Listed) => row.quantity, currency),
    ...(filters.measure === 'investment'
      ? [text('currency', t('exports.columns.currency'), currency)]
      : []),
    text(
      'deadline',
      t('agreements.deadline'),
      ({ deadline }) => deadline && deadlineWords(locale, t, deadline),
    ),
    {
      ...text('expected', t('agreements.expected'), (row) =>
        roundedCell(row.expected, row.currency),
      ),
      kind: 'decimal',
    },
    text(
      'reported_sign',
      t('views.sign', { column: t('agreements.reported') }),
      ({ created, approximate }) => (created !== null && approximate ? '≈' : null),
    ),
    {
      ...text('reported', t('agreements.reported'), (row) => amountCell(row.created, row.currency)),
      kind: 'decimal',
    },
    { ...text('progress', t('exports.columns.progress_percent'), progressOf), kind: 'decimal' },
    { ...text('data_date', t('exports.columns.data_date'), (row) => row.dataDate), kind: 'date' },
    text('status', t('agreements.status'), ({ status }) => status && t(`codes.status.${status}`)),
    text(
      'reason',
      t('exports.columns.status_reason'),
      ({ reason }) => reason && t(`codes.reason.${reason}`),
    ),
    text('lifecycle', t('agreements.lifecycle'), (row) => t(`codes.lifecycle.${row.lifecycle}`)),
    text('freshness', t('agreements.freshness'), (row) => t(`codes.freshness.${row.freshness}`)),
    text('evidence', t('agreements.evidence'), ({ evidence }) =>
      evidence === 'none' ? null : t(`codes.evidence.${evidence}`),
    ),
    text('left_out', t('exports.columns.left_out'), ({ leftOut }) =>
      leftOut === null ? null : leftOutWords(t, leftOut),
    ),
  ]
  const first = await page(null)
  return { ...tableOf(columns, everyPage(first, page)), asOf: first.asOf }
}
