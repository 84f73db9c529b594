import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { addressOf } from '@/components/portfolio/directory-address'
import type { getOrganisation } from '@/lib/features/organisations/get-organisation'
import type { DirectoryKind } from '@/lib/schemas/filter-keys'
import type { Filters } from '@/lib/schemas/filters'

type Record = Awaited<ReturnType<typeof getOrganisation>>

/** The other parties of an organisation's agreements of one kind, each with the number of agreements that they share. */
export function Partners({
  title,
  kinds,
  partners,
  clocks,
}: {
  title: string
  kinds: readonly DirectoryKind[]
  partners: Record['partners']
  clocks: Partial<Filters>
}) {
  const t = useTranslations()
  const shown = partners.filter(({ kind }) => kinds.includes(kind))
  if (shown.length === 0) return null
  return (
    <div>
      <h3 className="mb-2 text-lg">{title}</h3>
      <ul className="grid text-sm">
        {shown.map(({ slug, name, kind, agreements }) => (
          <li
            key={slug}
            className="flex items-baseline justify-between gap-4 border-b border-rule py-2"
          >
            <span>
              <Link
                href={addressOf(`/companies/${slug}`, clocks)}
                prefetch={false}
                className="link"
              >
                <bdi>{name}</bdi>
              </Link>
              {kind === 'group' && (
                <span className="ms-2 text-xs text-soft">{t('companies.groupMark')}</span>
              )}
            </span>
            <span className="shrink-0 text-soft">
              {t('common.agreements', { count: agreements })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The people whom sources name on the side of an organisation, with their last title and what they did. */
export function PeopleOfSide({
  title,
  people,
  clocks,
}: {
  title: string
  people: Record['people']
  clocks: Partial<Filters>
}) {
  const t = useTranslations()
  return (
    <div>
      <h3 className="mb-2 text-lg">{title}</h3>
      <ul className="grid text-sm">
        {people.map(({ slug, name, title, capacities, agreements }) => (
          <li key={slug} className="grid gap-0.5 border-b border-rule py-2">
            <span className="flex items-baseline justify-between gap-4">
              <Link
                href={addressOf(`/signatories/${slug}`, clocks)}
                prefetch={false}
                className="link"
              >
                <bdi>{name}</bdi>
              </Link>
              <span className="shrink-0 text-soft">
                {t('common.agreements', { count: agreements })}
              </span>
            </span>
            <span className="text-soft">
              <bdi>{title}</bdi> ·{' '}
              {capacities.map((code) => t(`codes.capacity.${code}`)).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
