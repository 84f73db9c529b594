import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { assign } from '@/app/(desk)/agreements/[reference]/owner/actions'
import { mayEnter } from '@/app/(desk)/may-enter'
import { undo } from '@/app/(desk)/review/actions'
import { orNotFound, orNull } from '@/app/(portfolio)/or-not-found'
import { askedOf, type Query, reader } from '@/app/(portfolio)/request'
import { Annotations } from '@/components/agreement/annotations'
import { AgreementFacts } from '@/components/agreement/facts'
import { History } from '@/components/agreement/history'
import { lacksOf, Missing } from '@/components/agreement/missing'
import { Owner } from '@/components/agreement/owner'
import { Participants } from '@/components/agreement/participants'
import { PromiseMade } from '@/components/agreement/promise'
import { RecordHistory } from '@/components/agreement/record'
import { Relations } from '@/components/agreement/relations'
import { Reports } from '@/components/agreement/reports'
import { Sources } from '@/components/agreement/sources'
import { CommitmentStanding } from '@/components/agreement/standing'
import { ClockNotice } from '@/components/agreements/clock-notice'
import { LeftOutMark } from '@/components/agreements/left-out'
import { agreementHref } from '@/components/agreements/list-address'
import { AgreementActions } from '@/components/entry/agreement-actions'
import { ActionForm } from '@/components/forms/action-form'
import { LifecycleChip, StatusChip } from '@/components/portfolio/chips'
import { Disclosure } from '@/components/ui/disclosure'
import { AsOfForm } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { type AgreementDetail, getAgreement } from '@/lib/features/agreements/get-agreement'
import { getOwner } from '@/lib/features/agreements/get-owner'
import { getHistory } from '@/lib/features/changes/get-history'
import { formatDay, formatTime } from '@/lib/format'
import { type Filters, parseFilters, printFilters } from '@/lib/schemas/filters'

interface Props {
  params: Promise<{ reference: string }>
  searchParams: Query
}

// The title and the page ask for the same record: one reading serves both.
const load = cache(async (reference: string, query: string) =>
  getAgreement(await reader(), reference, parseFilters(new URLSearchParams(query), 'record')),
)

async function asked({ params, searchParams }: Props) {
  const filters = await askedOf(searchParams, 'record')
  const { reference } = await params // its letters need no encoding: what was encoded is no reference
  const query = printFilters({ asOf: filters.asOf, knownAt: filters.knownAt })
  return { filters, detail: load(reference, query), query: query && `?${query}` }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await orNull((await asked(props)).detail)
  const t = await getTranslations('agreements')
  return { title: found?.description.title ?? t('title') }
}

export default async function AgreementPage(props: Props) {
  const { filters, detail: reading, query } = await asked(props)
  const detail = await orNotFound(reading)
  const t = await getTranslations('agreement')
  const locale = await getLocale()
  const { description, commitments, asOf, knownAt } = detail
  const { reference } = description
  const entries = await getHistory(await reader(), reference, { knownAt, clock: Date.now })
  const currency = commitments.find(({ measure }) => measure === 'investment')?.currency ?? null
  return (
    <>
      <Head detail={detail} filters={filters} />
      <Section id="promise" title={t('promiseTitle')}>
        {commitments.map((commitment) => (
          <PromiseMade key={commitment.measure} commitment={commitment} />
        ))}
      </Section>
      <Section
        id="standing"
        title={t('standingTitle')}
        aside={t('asOfDay', { day: formatDay(locale, asOf) })}
      >
        <Annotations events={detail.events} />
        {commitments.map((commitment) => (
          <CommitmentStanding key={commitment.measure} commitment={commitment} asOf={asOf} />
        ))}
      </Section>
      <Section id="reports" title={t('reportsTitle')}>
        <Reports commitments={commitments} />
      </Section>
      <Section id="people" title={t('peopleTitle')}>
        <Participants parties={detail.parties} signatories={detail.signatories} query={query} />
      </Section>
      {detail.relations.length > 0 && (
        <Section id="relations" title={t('relationsTitle')} lead={t('relationsLead')}>
          <Relations detail={detail} clocks={filters} />
        </Section>
      )}
      {lacksOf(detail) && (
        <Section id="missing" title={t('missingTitle')}>
          <Missing detail={detail} />
        </Section>
      )}
      <Section id="history" title={t('historyTitle')}>
        <History detail={detail} />
      </Section>
      <Section id="record" title={t('recordTitle')}>
        <RecordHistory
          entries={entries}
          currency={currency}
          undo={({ seq, undoUntil }) => <Undo seq={seq} until={undoUntil} key={seq} />}
        />
      </Section>
      <Section id="sources" title={t('sourcesTitle')}>
        <Sources description={description} />
      </Section>
      <Downloads reference={description.reference} query={query} />
    </>
  )
}

/** The way back, for half an hour. */
async function Undo({ seq, until }: { seq: number; until: number | null }) {
  const t = await getTranslations('review')
  const locale = await getLocale()
  if (until === null) return null
  return (
    <div className="no-print max-w-xl pt-2">
      <Disclosure summary={t('undoUntil', { time: formatTime(locale, until) })}>
        <ActionForm
          action={undo}
          label={t('undo')}
          hidden={{ seq: String(seq) }}
          look="plain"
          submit={t('undo')}
          fields={[{ name: 'reason', label: t('undoReason') }]}
        />
      </Disclosure>
    </div>
  )
}

async function Head({ detail, filters }: { detail: AgreementDetail; filters: Filters }) {
  const t = await getTranslations()
  const { description, commitments, counting, lifecycle, asOf } = detail
  const { reference, title, summary, type } = description
  const viewer = await reader()
  const ownership = await getOwner(viewer, description)
  const [main] = commitments
  const standing = main?.standing.reported
  const leftOut = counting.find(
    (row) => row.lane === 'reported' && row.measure === main?.measure,
  )?.leftOut
  return (
    <>
      <PageTitle
        kicker={
          <>
            {t(`codes.agreementType.${type}`)} · <bdi dir="ltr">{reference}</bdi>
          </>
        }
        title={<bdi>{title}</bdi>}
        lead={summary && <bdi>{summary}</bdi>}
      >
        <div className="grid gap-5">
          <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
            {standing && <StatusChip status={standing.status} reason={standing.reason} />}
            <LifecycleChip lifecycle={lifecycle} />
            {leftOut && <LeftOutMark reference={reference} reason={leftOut} clocks={filters} />}
          </div>
          {mayEnter(viewer, description.region) && <AgreementActions reference={reference} />}
          {ownership && <Owner reference={reference} ownership={ownership} action={assign} />}
          <AgreementFacts detail={detail} />
          <AsOfForm
            action={agreementHref(reference)}
            keep={filters.knownAt === null ? [] : [['knownAt', filters.knownAt]]}
            label={t('common.asOf')}
            submit={t('common.asOfSubmit')}
            value={asOf}
          />
        </div>
      </PageTitle>
      <ClockNotice clocks={filters} today={agreementHref(reference)} />
    </>
  )
}

async function Downloads({ reference, query }: { reference: string; query: string }) {
  const t = await getTranslations('agreement')
  const own = new URLSearchParams(query)
  own.set('q', reference)
  const files = [
    { href: `/api/v1/agreements/${encodeURIComponent(reference)}${query}`, label: t('json') },
    { href: `/api/v1/agreements.csv?${own}`, label: t('csv') },
    { href: `/api/v1/reports.csv?${own}`, label: t('reportsCsv') },
  ]
  return (
    <div className="no-print">
      <Section id="downloads" title={t('downloadsTitle')}>
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {files.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="link">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
