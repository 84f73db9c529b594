import type { SortName } from '@/lib/schemas/filter-keys'

/** How a list is ordered: an expression over the rows of `picked`, and the SQL type in which a cursor carries it. */
interface Order {
  sql: string
  type: 'text' | 'date' | 'numeric' | 'bigint'
}

const text = (column: string): Order => ({ sql: `fold(${column}) collate "C"`, type: 'text' })

/** Every named order of the agreements; the reference settles ties. */
export const ORDERS: Record<SortName, Order> = {
  reference: { sql: 'reference collate "C"', type: 'text' },
  title: text('title'),
  company: text('company_name'),
  signed: { sql: 'signed', type: 'date' },
  due: { sql: 'due', type: 'date' },
  jobs: { sql: 'target', type: 'bigint' },
  original: { sql: 'original', type: 'bigint' },
  created: { sql: 'created', type: 'bigint' },
  progress: { sql: 'created::numeric / nullif(target, 0)', type: 'numeric' },
  pace: { sql: 'created * expected_den / nullif(expected_num, 0)', type: 'numeric' },
  expected: { sql: 'guide_num / nullif(guide_den, 0)', type: 'numeric' },
  dataDate: { sql: 'data_date', type: 'date' },
  amount: { sql: 'amount_target', type: 'bigint' },
  updated: { sql: 'updated', type: 'bigint' },
}
