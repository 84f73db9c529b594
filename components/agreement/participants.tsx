import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PARTY_ROLES, SIDES } from '@/lib/domain/types'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'

type Props = Pick<AgreementDetail, 'parties' | 'signatories'> & {
  /** The query that keeps both clocks on the way. */
  query: string
}

/** Who took part, and who stood at the table for each side under which title. */
export function Participants({ parties, signatories, query }: Props) {
  const t = useTranslations()
  return (
    <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
      <div className="grid content-start gap-5">
        {PARTY_ROLES.filter((role) => parties.some((party) => party.role === role)).map((role) => (
          <div key={role}>
            <h3 className="mb-1 text-sm font-semibold text-soft">{t(`codes.partyRole.${role}`)}</h3>
            <ul>
              {parties
                .filter((party) => party.role === role)
                .map((party) => (
                  <li key={party.slug} className="py-0.5">
                    <Link
                      href={`/companies/${party.slug}${query}`}
                      prefetch={false}
                      className="link"
                    >
                      <bdi>{party.name}</bdi>
                    </Link>
                    {party.group && (
                      <span className="text-sm text-soft"> · {t('agreement.group')}</span>
                    )}
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="grid content-start gap-5">
        {SIDES.filter((side) => signatories.some((one) => one.side === side)).map((side) => (
          <div key={side}>
            <h3 className="mb-1 text-sm font-semibold text-soft">
              {t(`signatories.sideOf.${side}`)}
            </h3>
            <ul>
              {signatories
                .filter((one) => one.side === side)
                .map((one) => (
                  <li key={`${one.slug} ${one.capacity}`} className="py-1">
                    <Link
                      href={`/signatories/${one.slug}${query}`}
                      prefetch={false}
                      className="link"
                    >
                      <bdi>{one.name}</bdi>
                    </Link>{' '}
                    <span className="text-sm">– {t(`codes.capacity.${one.capacity}`)}</span>
                    <span className="block text-sm text-soft">
                      <bdi>{one.title}</bdi>
                    </span>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  )
}
