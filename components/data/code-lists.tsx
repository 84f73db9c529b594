import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/ui/disclosure'
import {
  AGREEMENT_TYPES,
  BINDINGS,
  CAPACITIES,
  COMPARATORS,
  EVENT_KINDS,
  EVIDENCES,
  FRESHNESSES,
  JOB_SCOPES,
  LANES,
  LIFECYCLES,
  MEASURES,
  MISSING_REASONS,
  NOT_MEASURABLE_REASONS,
  OBSERVATION_KINDS,
  PACE_STATUSES,
  REGIONS,
  RELATION_KINDS,
  SECTORS,
  SIDES,
  SIGNED_BASES,
} from '@/lib/domain/types'
import { Code } from './dictionary-table'

const FAMILIES = [
  ['status', PACE_STATUSES],
  ['reason', NOT_MEASURABLE_REASONS],
  ['freshness', FRESHNESSES],
  ['evidence', EVIDENCES],
  ['lifecycle', LIFECYCLES],
  ['eventKind', EVENT_KINDS],
  ['lane', LANES],
  ['measure', MEASURES],
  ['scope', JOB_SCOPES],
  ['comparator', COMPARATORS],
  ['missingReason', MISSING_REASONS],
  ['observationKind', OBSERVATION_KINDS],
  ['relation', RELATION_KINDS],
  ['agreementType', AGREEMENT_TYPES],
  ['binding', BINDINGS],
  ['signedBasis', SIGNED_BASES],
  ['side', SIDES],
  ['capacity', CAPACITIES],
  ['sector', SECTORS],
  ['region', REGIONS],
] as const

/** Every list of codes that files and addresses use, each code beside its label. */
export function CodeLists() {
  const t = useTranslations()
  return (
    <div className="grid gap-x-10 md:grid-cols-2">
      {FAMILIES.map(([family, codes]) => (
        <div key={family} className="border-t border-rule py-1.5">
          <Disclosure
            summary={t('data.codeCount', {
              family: t(`data.families.${family}`),
              count: codes.length,
            })}
          >
            <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 pb-3 text-sm">
              {codes.map((code) => (
                <div key={code} className="contents">
                  <dt>
                    <Code>{code}</Code>
                  </dt>
                  {/* A test holds every code to a label. */}
                  <dd>{t(`codes.${family}.${code}` as Parameters<typeof t>[0])}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        </div>
      ))}
    </div>
  )
}
