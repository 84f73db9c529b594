import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import type { Query } from '@/app/(portfolio)/request'
import { addressOf } from '@/app/address-of'
import { member } from '@/app/session'
import { ChoiceFilter } from '@/components/agreements/choice-filter'
import { NoPermission } from '@/components/entry/no-permission'
import { Queue, ReturnedList } from '@/components/review/queue'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterForm, SelectFilter } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { PageLinks } from '@/components/ui/segmented'
import { holds } from '@/lib/domain/permissions'
import { PROPOSAL_KINDS, PROPOSAL_STATES, type ProposalState } from '@/lib/domain/types'
import { listProposals } from '@/lib/features/proposals/list-proposals'
import { parseReviewAddress } from '@/lib/schemas/proposals-filter'

const PATH = '/review'
const ROWS = 50

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('title') }
}

export default async function ReviewPage({ searchParams }: { searchParams: Query }) {
  const { viewer } = await member()
  const t = await getTranslations()
  const { actor, name } = viewer
  if (actor === 'nobody' || !holds(actor, 'proposal.read'))
    return <NoPermission title={t('review.title')} />
  const address = await addressOf(searchParams)
  const asked = parseReviewAddress(address)
  const reviews = holds(actor, 'proposal.review')
  const writes = holds(actor, 'proposal.edit')
  // Whoever reviews looks for what waits, whoever writes for what is still open.
  const usual: ProposalState[] =
    reviews || !writes ? ['submitted'] : ['draft', 'submitted', 'returned']
  const state = asked.state.length > 0 ? asked.state : usual
  const filter = { ...asked, state, author: asked.mine ? name : null, limit: ROWS }
  const none = { kind: [], subject: null, cursor: null }
  const [page, returned] = await Promise.all([
    orNotFound(listProposals(viewer, filter)),
    writes && asked.cursor === null
      ? listProposals(viewer, { ...none, state: ['returned'], author: name, limit: ROWS })
      : null,
  ])
  const filtered = asked.state.length + asked.kind.length > 0 || asked.mine || asked.subject
  const href = (cursor: string | null) => {
    const query = new URLSearchParams(address)
    query.delete('cursor')
    if (cursor !== null) query.set('cursor', cursor)
    return query.size > 0 ? `${PATH}?${query}` : PATH
  }
  return (
    <>
      <PageTitle
        title={t('review.title')}
        lead={t(reviews ? 'review.leadReviewer' : 'review.leadAuthor')}
      />
      {returned && returned.rows.length > 0 && (
        <div className="mb-12">
          <h2 className="mb-4 text-xl">{t('review.returnedTitle')}</h2>
          <ReturnedList rows={returned.rows} />
        </div>
      )}
      <FilterForm
        action={PATH}
        label={t('review.filters')}
        keep={asked.subject === null ? [] : [['subject', asked.subject]]}
        submit={t('common.apply')}
        clear={filtered ? { href: PATH, label: t('common.clear') } : undefined}
      >
        <div className="grid gap-4 sm:grid-cols-3">
          <div className="self-end">
            <ChoiceFilter
              label={t('review.state')}
              name="state"
              chosen={state}
              chosenText={t('agreements.chosen', { count: state.length })}
              options={PROPOSAL_STATES.map((value) => ({
                value,
                label: t(`codes.proposalState.${value}`),
              }))}
            />
          </div>
          <div className="self-end">
            <ChoiceFilter
              label={t('review.kind')}
              name="kind"
              chosen={asked.kind}
              chosenText={t('agreements.chosen', { count: asked.kind.length })}
              options={PROPOSAL_KINDS.map((value) => ({ value, label: t(`entry.kinds.${value}`) }))}
            />
          </div>
          {reviews && (
            <SelectFilter
              label={t('review.whose')}
              name="mine"
              value={asked.mine ? '1' : ''}
              any={t('common.all')}
              options={[{ value: '1', label: t('review.mine') }]}
            />
          )}
        </div>
      </FilterForm>
      <Section id="queue" title={t('review.count', { count: page.total })}>
        {page.rows.length === 0 ? (
          <EmptyState title={t(filtered ? 'review.emptyFiltered' : 'review.emptyTitle')}>
            {filtered ? (
              <ButtonLink href={PATH}>{t('common.clear')}</ButtonLink>
            ) : (
              <>
                <p className="mb-4">{t('review.emptyText')}</p>
                {writes && <ButtonLink href="/agreements/new">{t('review.emptyNew')}</ButtonLink>}
              </>
            )}
          </EmptyState>
        ) : (
          <Queue rows={page.rows} states={state.length > 1} chooses={reviews} />
        )}
        <PageLinks
          label={t('common.pages')}
          first={
            asked.cursor === null ? undefined : { href: href(null), label: t('common.previous') }
          }
          next={page.next === null ? undefined : { href: href(page.next), label: t('common.next') }}
        />
      </Section>
    </>
  )
}
