import { useTranslations } from 'next-intl'
import { TableFile } from '@/components/exports/view-links'
import { Definition } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/page-title'
import { UNALLOCATED } from '@/lib/domain/portfolio'
import type { Dashboard } from '@/lib/features/portfolio/get-dashboard'
import { type Item, lists } from '@/lib/schemas/filter-keys'
import type { Filters } from '@/lib/schemas/filters'
import { behind, isFiltered, recordHref } from './dashboard-address'
import { addressOf, clocksOf } from './directory-address'
import { GapTable, type NamedGroup } from './gap-table'
import type { Scale } from './scale'

type Group = Dashboard['summary']['figures']['by']['sector'][number]

function sectorOf(code: string): Item<'sector'> | null {
  return lists.sector.safeParse(code).data ?? null
}

function regionOf(code: string): Item<'region'> | null {
  return lists.region.safeParse(code).data ?? null
}

/** Groups with a promise, what no source allocates last; a group that promised nothing has no gap. */
function inOrder(groups: readonly Group[]): { own: Group[]; apart: Group[] } {
  const promising = groups.filter(({ promised }) => promised > 0n)
  return {
    own: promising.filter(({ code }) => code !== UNALLOCATED),
    apart: promising.filter(({ code }) => code === UNALLOCATED),
  }
}

/** Where created falls short of the straight line, by company, sector and region (method, section 9, breakdowns). */
export function GapTables({
  summary,
  filters,
  scale,
}: {
  summary: Dashboard['summary']
  filters: Filters
  scale: Scale
}) {
  const t = useTranslations('dashboard')
  const all = useTranslations()
  const { by } = summary.figures
  const { companies } = summary
  const unallocated = (href?: string) => (group: Group) => ({
    ...group,
    label: t('unallocated'),
    href,
  })

  const company = inOrder(by.company)
  const named = (group: Group): NamedGroup => ({
    ...group,
    label: companies[group.code]?.name ?? group.code,
    href: companies[group.code]?.group
      ? behind(filters, { company: [group.code] })
      : recordHref(`/companies/${group.code}`, filters),
  })
  // The directory knows no filters: behind a filtered figure stands the list.
  const more = (kind: 'company' | 'group') =>
    isFiltered(filters)
      ? { href: behind(filters, { sort: 'company' }), label: t('gapBehind') }
      : {
          href: addressOf('/companies', {
            ...clocksOf(filters),
            measure: filters.measure,
            lane: filters.lane,
            kind,
          }),
          label: t('gapAll', { kind }),
        }
  const isGroup = ({ code }: Group) => companies[code]?.group === true

  const sector = inOrder(by.sector)
  const ofSector = (group: Group): NamedGroup => {
    const code = sectorOf(group.code)
    return {
      ...group,
      label: code ? all(`codes.sector.${code}`) : group.code,
      href: code ? behind(filters, { sector: [code] }) : undefined,
    }
  }

  const region = inOrder(by.region)
  const ofRegion = (group: Group): NamedGroup => {
    const code = regionOf(group.code)
    return {
      ...group,
      label: code ? all(`codes.region.${code}`) : group.code,
      href: code ? behind(filters, { region: [code] }) : undefined,
    }
  }

  const groups = [company, sector, region].reduce(
    (sum, { own, apart }) => sum + own.length + apart.length,
    0,
  )

  return (
    <Section
      id="gap"
      title={t('gapTitle')}
      lead={t('gapLead')}
      aside={
        <Definition term={t('howCounted')} href="/method#gap" more={all('common.definition')}>
          {all('method.sections.gap.text')}
        </Definition>
      }
    >
      <div className="grid gap-12">
        <GapTable
          by="company"
          title={t('gapCompany')}
          groups={company.own.filter((group) => !isGroup(group)).map(named)}
          apart={company.apart.map(unallocated())}
          scale={scale}
          more={more('company')}
        />
        {company.own.some(isGroup) && (
          <GapTable
            by="group"
            title={t('gapGroups')}
            groups={company.own.filter(isGroup).map(named)}
            apart={[]}
            scale={scale}
            more={more('group')}
          />
        )}
        <div className="grid gap-12 xl:grid-cols-2">
          <GapTable
            by="sector"
            title={t('gapSector')}
            groups={sector.own.map(ofSector)}
            apart={sector.apart.map(unallocated(behind(filters, { sector: ['mixed_industry'] })))}
            scale={scale}
          />
          <GapTable
            by="region"
            title={t('gapRegion')}
            groups={region.own.map(ofRegion)}
            apart={region.apart.map(unallocated(behind(filters, { region: ['MA', 'MULTI'] })))}
            scale={scale}
          />
        </div>
        <TableFile view="gaps" filters={filters} count={groups} />
      </div>
    </Section>
  )
}
