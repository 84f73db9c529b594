import { HOME_CURRENCY } from '@/lib/domain/money'
import { UNALLOCATED } from '@/lib/domain/portfolio'
import { getSummary, type Summary } from '@/lib/features/portfolio/get-summary'
import { lists } from '@/lib/schemas/filter-keys'
import {
  amountCell,
  roundedCell,
  tableOf,
  type View,
  type ViewAsked,
  type ViewColumn,
} from './view'

const BREAKDOWNS = ['company', 'sector', 'region'] as const
type Breakdown = (typeof BREAKDOWNS)[number]
type Group = Summary['figures']['by'][Breakdown][number] & { by: Breakdown | 'group' }

/** Groups with a promise, as the tables of the dashboard have them: what belongs to none comes last. */
function groupsOf({ figures, companies }: Summary): Group[] {
  return BREAKDOWNS.flatMap((by) => {
    const rows = figures.by[by]
      .filter(({ promised }) => promised > 0n)
      .map((row): Group => {
        const unnamed = by === 'company' && companies[row.code]?.group === true
        return { ...row, by: unnamed ? 'group' : by }
      })
    const last = (row: Group) => (row.code === UNALLOCATED ? 2 : row.by === 'group' ? 1 : 0)
    return rows.sort((a, b) => last(a) - last(b))
  })
}

/** Where created falls short of the straight line, by company, sector and region. */
export async function gapsView({ viewer, filters, t }: ViewAsked): Promise<View> {
  const currency = filters.measure === 'investment' ? HOME_CURRENCY : null
  const summary = await getSummary(viewer, filters)
  const labels: Record<Group['by'], string> = {
    company: t('dashboard.gapCompany'),
    group: t('dashboard.gapGroups'),
    sector: t('dashboard.gapSector'),
    region: t('dashboard.gapRegion'),
  }
  const nameOf = ({ by, code }: Group): string => {
    if (code === UNALLOCATED) return t('dashboard.unallocated')
    const sector = by === 'sector' ? lists.sector.safeParse(code).data : undefined
    const region = by === 'region' ? lists.region.safeParse(code).data : undefined
    if (sector) return t(`codes.sector.${sector}`)
    if (region) return t(`codes.region.${region}`)
    return summary.companies[code]?.name ?? code
  }
  const number = (name: string, label: string, of: ViewColumn<Group>['of']) =>
    ({ name, label, of, kind: 'decimal' }) as const
  const columns: ViewColumn<Group>[] = [
    { name: 'by', kind: 'text', label: t('views.breakdown'), of: ({ by }) => labels[by] },
    { name: 'name', kind: 'text', label: t('exports.columns.name'), of: nameOf },
    number('agreements', t('companies.agreements'), (row) => String(row.count)),
    number('promised', t('dashboard.colPromised'), (row) => amountCell(row.promised, currency)),
    number('covered', t('views.covered'), ({ coveragePercent }) =>
      coveragePercent === null ? null : String(coveragePercent),
    ),
    number('gap', t('dashboard.colGap'), (row) => roundedCell(row.gap, currency)),
  ]
  return { ...tableOf(columns, groupsOf(summary)), asOf: summary.asOf }
}
