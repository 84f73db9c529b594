import { amountsIn } from '@/components/agreements/amounts'
import { deadlineWords, periodWords } from '@/components/agreements/deadline-words'
import { parseDated, parseDeadline, parseQuantity, type Unit } from '@/lib/domain/literal'
import { isCurrency } from '@/lib/domain/money'
import type { ProposalKind } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import type { Locale } from '@/lib/format'
import type { Translator } from '@/lib/print'
import { ROW_LISTS, type RowListName, rowsOfCell } from '@/lib/schemas/entry-rows'
import type { Cells } from '@/lib/schemas/proposal'

type Key = Parameters<Translator>[0]

/** A field's name in words; of `claims.0.quantity` also which claim. */
export function fieldLabel(t: Translator, path: string): string {
  const [list = '', row, column] = path.split('.')
  const named = (name: string) =>
    t.has(`entry.fields.${name}` as Key) ? t(`entry.fields.${name}` as Key) : name // a column of the import format
  if (row === undefined || column === undefined) return named(list)
  return t('entry.inRow', { list: named(list), row: Number(row) + 1, field: named(column) })
}

/** What is wrong, in the words of the page's language. */
export function problemText(t: Translator, { code, values }: Problem): string {
  return t(`errors.${code}` as Key, values) // a test holds every code to a message
}

const FAMILIES: Record<string, string> = {
  type: 'agreementType',
  binding: 'binding',
  sector: 'sector',
  region: 'region',
  jobs_measure: 'measure',
  measure: 'measure',
  jobs_scope: 'scope',
  scope: 'scope',
  jobs_missing: 'missingReason',
  amount_missing: 'missingReason',
  missing: 'missingReason',
  lifecycle: 'lifecycle',
  signed_basis: 'signedBasis',
  evidence: 'evidence',
}
const KINDS: Partial<Record<ProposalKind, string>> = {
  report: 'observationKind',
  event: 'eventKind',
  amendment: 'versionKind',
}
const MONEY = ['investment', 'invested_cumulative']
const QUANTITIES = ['jobs', 'baseline_headcount', 'amount', 'quantity', 'value']
const DAYS = ['signed_on', 'source_date', 'baseline_date', 'data_date', 'effective_on', 'on']

function isList(column: string): column is RowListName {
  return column in ROW_LISTS
}

function unitOf(column: string, cells: Cells, currency: string | null): Unit | null {
  const money =
    column === 'amount' || MONEY.includes(cells.measure ?? '') || MONEY.includes(cells.kind ?? '')
  if (!money || column === 'jobs' || column === 'baseline_headcount') return 'persons'
  const code = cells.currency?.trim() || currency || ''
  return isCurrency(code) ? { currency: code } : null
}

/** Words for the texts of an entry: codes by their labels, figures and dates as they will be printed, lists line by line. */
export function cellWords(
  locale: Locale,
  t: Translator,
  { kind, currency }: { kind: ProposalKind; currency: string | null },
) {
  return (column: string, text: string, cells: Cells): string[] => {
    if (text.trim() === '') return []
    if (isList(column))
      return rowsOfCell(column, text).map((row) =>
        Object.entries(row)
          .filter(([, part]) => part !== '')
          .map(([part, said]) => partWords(t, part, said))
          .join(' · '),
      )
    const family = column === 'kind' ? KINDS[kind] : FAMILIES[column]
    const key = `codes.${family}.${text.trim()}` as Key
    if (family !== undefined && t.has(key)) return [t(key)]
    if (QUANTITIES.includes(column))
      return [quantityWords(locale, t, text, unitOf(column, cells, currency))]
    if (column === 'deadline' && parseDeadline(text.trim()).ok)
      return [deadlineWords(locale, t, text.trim())]
    if (DAYS.includes(column) && parseDated(text.trim()).ok)
      return [periodWords(locale, t, text.trim())]
    return [text]
  }
}

const PART_FAMILIES: Record<string, string> = {
  side: 'side',
  capacity: 'capacity',
  kind: 'relation',
}

function partWords(t: Translator, part: string, said: string): string {
  const key = `codes.${PART_FAMILIES[part]}.${said}` as Key
  return part in PART_FAMILIES && t.has(key) ? t(key) : said
}

function quantityWords(locale: Locale, t: Translator, text: string, unit: Unit | null): string {
  const read = unit && parseQuantity(text.trim(), unit)
  if (!read?.ok) return text
  return amountsIn(locale, t, unit === 'persons' || unit === null ? null : unit.currency).quantity(
    read.value,
  )
}
