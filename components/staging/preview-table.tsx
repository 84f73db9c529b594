import { useLocale, useTranslations } from 'next-intl'
import { cellWords, fieldLabel, problemText } from '@/components/review/field-words'
import { RecordTable } from '@/components/ui/record-table'
import type { StagedRow } from '@/lib/features/imports/get-staged'
import { formatNumber } from '@/lib/format'

const TITLES = ['title', 'company', 'reference']

/** What each row of a file would do: a new record, a change field by field, or why it is refused. */
export function PreviewTable({ rows }: { rows: readonly StagedRow[] }) {
  const t = useTranslations()
  const locale = useLocale()
  const named = ({ cells, subject, fields }: StagedRow) => {
    const title = TITLES.map((column) => cells?.[column]).find(Boolean)
    return title ?? subject ?? fields.find((field) => field.trim() !== '') ?? ''
  }
  return (
    <RecordTable
      caption={t('staging.rowsCaption')}
      rows={rows}
      keyOf={({ line }) => String(line)}
      head={{
        label: t('staging.about'),
        cell: (row) => (
          <span className="grid gap-0.5">
            <bdi className="line-clamp-2">{named(row)}</bdi>
            {row.subject !== null && (
              <bdi className="text-sm font-normal text-soft" dir="ltr">
                {row.subject}
              </bdi>
            )}
          </span>
        ),
      }}
      columns={[
        {
          key: 'line',
          label: t('staging.line'),
          align: 'end',
          cell: ({ line }) => formatNumber(locale, line),
        },
        {
          key: 'fate',
          label: t('staging.state'),
          cell: ({ fate }) => (
            <span className={fate === 'refused' ? 'font-semibold text-danger' : 'font-semibold'}>
              {t(`staging.fates.${fate}`)}
            </span>
          ),
        },
        {
          key: 'what',
          label: t('staging.what'),
          wide: true,
          cell: (row) => <Does row={row} />,
        },
      ]}
    />
  )
}

const QUIET = ['reference', 'title', 'company']
const SHOWN = 6

function Does({ row }: { row: StagedRow }) {
  const t = useTranslations()
  const locale = useLocale()
  const { fate, kind, cells, changed, refusals, doubts } = row
  if (refusals)
    return (
      <ul className="grid gap-1">
        {refusals.map(({ column, value, reason }) => (
          <li key={`${column} ${reason.code} ${value}`} className="break-words">
            {column !== '' && (
              <span className="font-semibold">
                {t('common.named', { label: fieldLabel(t, column) })}{' '}
              </span>
            )}
            {value !== '' && column !== '' && <bdi>“{value.slice(0, 80)}” · </bdi>}
            {problemText(t, { path: column, ...reason })}
          </li>
        ))}
      </ul>
    )
  const words = cellWords(locale, t, {
    kind: kind ?? 'agreement',
    currency: cells?.currency ?? null,
  })
  const said = (column: string, text: string) =>
    words(column, text, cells ?? {}).join(' · ') || t('staging.blank')
  const lines =
    fate === 'updated' && changed
      ? Object.entries(changed).map(([column, [before, after]]) => ({
          column,
          text: t('staging.becomes', { before: said(column, before), after: said(column, after) }),
        }))
      : fate === 'created'
        ? Object.entries(cells ?? {})
            .filter(([column, text]) => text.trim() !== '' && !QUIET.includes(column))
            .slice(0, SHOWN)
            .map(([column, text]) => ({ column, text: said(column, text) }))
        : []
  return (
    <div className="grid gap-1">
      {lines.length > 0 && (
        <dl className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[auto_1fr]">
          {lines.map(({ column, text }) => (
            <div key={column} className="contents">
              <dt className="text-soft">{fieldLabel(t, column)}</dt>
              <dd className="break-words">
                <bdi className="line-clamp-2">{text}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {doubts.length > 0 && (
        <p className="text-soft">
          {t('staging.doubtful', {
            columns: doubts
              .map((column) => `${fieldLabel(t, column)} (${said(column, cells?.[column] ?? '')})`)
              .join(', '),
          })}
        </p>
      )}
    </div>
  )
}
