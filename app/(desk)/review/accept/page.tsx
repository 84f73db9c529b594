import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { acceptChosen } from '@/app/(desk)/review/actions'
import type { Query } from '@/app/(portfolio)/request'
import { addressOf } from '@/app/address-of'
import { member } from '@/app/session'
import { NoPermission } from '@/components/entry/no-permission'
import { ActionForm } from '@/components/forms/action-form'
import { EffectTable } from '@/components/review/effect'
import { problemText } from '@/components/review/field-words'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import { holds } from '@/lib/domain/permissions'
import { previewMany } from '@/lib/features/proposals/preview-many'
import { formatTime } from '@/lib/format'
import { parseChosen } from '@/lib/schemas/proposals-filter'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('chosenTitle') }
}

export default async function AcceptChosenPage({ searchParams }: { searchParams: Query }) {
  const { viewer } = await member()
  const t = await getTranslations()
  const locale = await getLocale()
  const { actor } = viewer
  const title = t('review.chosenTitle')
  if (actor === 'nobody' || !holds(actor, 'proposal.review')) return <NoPermission title={title} />
  const chosen = parseChosen(await addressOf(searchParams))
  const back = <ButtonLink href="/review">{t('review.back')}</ButtonLink>
  if (chosen.length === 0)
    return (
      <>
        <PageTitle title={title} />
        <EmptyState title={t('review.chosenNone')}>{back}</EmptyState>
      </>
    )
  const { items, effect } = await previewMany({ viewer, items: chosen, clock: Date.now })
  const passing = items.filter(({ problems }) => problems.length === 0)
  return (
    <>
      <PageTitle title={title} lead={t('review.chosenLead')} />
      <RecordTable
        caption={t('review.chosenCaption')}
        below="md"
        rows={items}
        keyOf={({ proposal }) => proposal.id}
        head={{
          label: t('review.entry'),
          cell: ({ proposal: { id, title: named, subject, kind } }) => (
            <span className="grid gap-0.5">
              <a href={`/review/${id}`} className="link">
                <bdi>{named || subject}</bdi>
              </a>
              <span className="text-sm font-normal text-soft">{t(`entry.kinds.${kind}`)}</span>
            </span>
          ),
        }}
        columns={[
          {
            key: 'author',
            label: t('review.author'),
            cell: ({ proposal }) => <bdi>{proposal.authorName ?? t('review.unknownAuthor')}</bdi>,
          },
          {
            key: 'since',
            label: t('review.since'),
            cell: ({ proposal }) => formatTime(locale, proposal.submittedAt ?? proposal.updatedAt),
          },
          {
            key: 'goes',
            label: t('review.goesThrough'),
            cell: ({ problems }) =>
              problems.length === 0 ? (
                t('review.goes')
              ) : (
                <ul className="text-danger">
                  {problems.map((problem) => (
                    <li key={`${problem.path} ${problem.code}`}>{problemText(t, problem)}</li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <Section id="effect" title={t('review.effectTitle')} lead={t('review.effectTogether')}>
        <EffectTable effect={effect} />
      </Section>
      <div className="mt-10 flex flex-wrap items-start gap-4">
        {passing.length > 0 && (
          <ActionForm
            action={acceptChosen}
            label={title}
            hidden={{
              items: passing.map(({ proposal, version }) => `${proposal.id}.${version}`).join(' '),
            }}
            submit={t('review.acceptCount', { count: passing.length })}
          />
        )}
        {back}
      </div>
    </>
  )
}
