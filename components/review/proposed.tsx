import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Cited, Quoted, SourceLine } from '@/components/agreement/quoted'
import { RecordTable } from '@/components/ui/record-table'
import type { ProposalDetail } from '@/lib/features/proposals/proposal'
import { type Cells, fieldsOfPayload, PAYLOAD_COLUMNS } from '@/lib/schemas/proposal'
import { cellWords, fieldLabel } from './field-words'

/** The words of the source that stand behind a figure, by its column. */
const WORDS: Record<string, string> = {
  jobs: 'jobs_as_stated',
  deadline: 'deadline_as_stated',
  baseline_headcount: 'baseline_as_stated',
  amount: 'amount_as_stated',
  value: 'as_stated',
  quantity: 'as_stated',
}
const SAID = Object.values(WORDS)
const OF_SOURCE = [
  'source_url',
  'source_publisher',
  'source_date',
  'source_language',
  'source_attachment',
]
const NAMED_ELSEWHERE = ['reference', 'what', 'id', 'corrects']

interface Line {
  path: string
  column: string
  cells: Cells
  before: string | null
  now: string | null
  after: string
}

function columnOf(path: string): string {
  return path.split('.').at(-1) ?? path
}

/** The cells in which a field stands: those of its claim or further promise, or the row's own. */
function around(
  path: string,
  { cells, claims, commitments }: ProposalDetail['proposal']['payload'],
) {
  const [list, row, column] = path.split('.')
  if (column === undefined) return cells
  return (list === 'claims' ? claims : commitments)[Number(row)] ?? cells
}

function linesOf({ proposal, fields }: ProposalDetail, before: Cells): Line[] {
  const { kind, payload } = proposal
  const line = (path: string, after: string): Line => ({
    ...{ path, after, column: columnOf(path), cells: around(path, payload) },
    before: before[path] ?? null,
    now: null,
  })
  // The database keeps the texts in no order of ours: the form's is that of the import format.
  const place = (path: string) =>
    path.includes('.') ? Infinity : PAYLOAD_COLUMNS[kind].indexOf(path)
  const said = Object.entries(fieldsOfPayload(payload)).toSorted(([a], [b]) =>
    place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0,
  )
  if (kind !== 'edit')
    return said
      .filter(([path, text]) => text.trim() !== '' || (before[path] ?? '') !== '')
      .map(([path, text]) => line(path, text))
  const lists = said.filter(([path, text]) => path.includes('.') && text.trim() !== '')
  return [
    ...fields.map(({ path, base, current, proposed }) => ({
      ...line(path, proposed),
      before: base,
      now: current === base ? null : current,
    })),
    ...lists.map(([path, text]) => line(path, text)),
  ]
}

function isShown({ column, path, before }: Line, edits: boolean): boolean {
  if (edits) return true
  if (NAMED_ELSEWHERE.includes(column) || OF_SOURCE.includes(column)) return false
  return !(SAID.includes(column) && before === null) || path.includes('.')
}

/** Where an entry is found: its page or its file. */
function sourceOf(cells: Cells): Cited & { attachment: string | null } {
  const text = (column: string) => cells[column]?.trim() || null
  return {
    url: text('source_url'),
    publisher: text('source_publisher'),
    publishedOn: text('source_date'),
    language: text('source_language'),
    attachment: text('source_attachment'),
  }
}

/** The source of an entry as a link to its page and to its file. */
export function EntrySource({ cells }: { cells: Cells }) {
  const t = useTranslations('review')
  const source = sourceOf(cells)
  if (source.url === null && source.attachment === null)
    return <span className="text-faint">{t('sourceOfAgreement')}</span>
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {source.url !== null && <SourceLine source={source} />}
      {source.attachment !== null && (
        <a className="link" href={`/api/v1/attachments/${source.attachment}`} download>
          {t('file')}
        </a>
      )}
    </span>
  )
}

/** Every field of a proposal as it will be printed, in whose words, beside what stands there now. */
export function Proposed({
  detail,
  before,
  currency,
}: {
  detail: ProposalDetail
  /** What stands there now, by field; of an amendment or correction: the version in force. */
  before: Cells
  currency: string | null
}) {
  const t = useTranslations()
  const locale = useLocale()
  const { proposal } = detail
  const { kind, payload } = proposal
  const edits = kind === 'edit'
  const words = cellWords(locale, t, { kind, currency })
  const lines = linesOf(detail, before).filter((line) => isShown(line, edits))
  const compares = edits || Object.keys(before).length > 0
  const moved = lines.some(({ now }) => now !== null)
  const cell = ({ column, cells }: Line, text: string | null): ReactNode => {
    const printed = text === null ? [] : words(column, text, cells)
    if (printed.length === 0) return <span className="text-faint">{t('review.nothing')}</span>
    return printed.map((one) => (
      <bdi key={one} className="block break-words">
        {one}
      </bdi>
    ))
  }
  const quoted = ({ column, cells, path }: Line) => {
    const said = path.includes('.') ? cells.as_stated : cells[WORDS[column] ?? '']
    const source = sourceOf(OF_SOURCE.some((one) => cells[one]) ? cells : payload.cells)
    if (!(column in WORDS)) return null
    return (
      <span className="grid gap-0.5 text-sm text-soft">
        {said?.trim() ? (
          <Quoted text={said} language={source.language} />
        ) : (
          <span className="text-faint">{t('review.noWords')}</span>
        )}
        <EntrySource cells={OF_SOURCE.some((one) => cells[one]) ? cells : payload.cells} />
      </span>
    )
  }
  const changed = ({ before: was, after }: Line) => compares && was !== null && was !== after
  return (
    <RecordTable
      caption={t('review.proposedTitle')}
      below="md"
      rows={lines}
      keyOf={({ path }) => path}
      head={{
        label: t('review.field'),
        cell: ({ path }) => <span id={`field-${path}`}>{fieldLabel(t, path)}</span>,
      }}
      columns={[
        ...(compares
          ? [
              {
                key: 'before',
                label: t(edits ? 'review.before' : 'review.inForce'),
                // What stands for itself, such as a reason, has nothing to be compared with.
                cell: (line: Line) =>
                  edits || line.before !== null ? cell(line, line.before) : '–',
              },
            ]
          : []),
        ...(moved
          ? [
              {
                key: 'now',
                label: t('review.meanwhile'),
                cell: (line: Line) => (line.now === null ? '–' : cell(line, line.now)),
              },
            ]
          : []),
        {
          key: 'after',
          label: t('review.proposed'),
          cell: (line) => (
            <span className={changed(line) ? 'font-semibold' : undefined}>
              {cell(line, line.after)}
            </span>
          ),
        },
        ...(edits ? [] : [{ key: 'words', label: t('review.words'), cell: quoted }]),
      ]}
    />
  )
}
