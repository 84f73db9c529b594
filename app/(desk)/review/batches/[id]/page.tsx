import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { undo } from '@/app/(desk)/review/actions'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { member } from '@/app/session'
import { NoPermission } from '@/components/entry/no-permission'
import { ActionForm } from '@/components/forms/action-form'
import { acceptedHref } from '@/components/review/accepted-href'
import { EffectTable } from '@/components/review/effect'
import { Notice } from '@/components/ui/notice'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import { GRANTS } from '@/lib/domain/permissions'
import { UNDO_WITHIN_MS } from '@/lib/features/changes/undo-window'
import { type Batch, getBatch, mayUndoBatch } from '@/lib/features/proposals/get-batch'
import { formatTime } from '@/lib/format'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('batchTitle') }
}

export default async function BatchPage({ params }: { params: Promise<{ id: string }> }) {
  const { viewer } = await member()
  const t = await getTranslations('review')
  const locale = await getLocale()
  const { actor } = viewer
  if (actor === 'nobody' || GRANTS['proposal.read'][actor] !== 'any')
    return <NoPermission title={t('batchTitle')} />
  const batch = await orNotFound(getBatch(viewer, (await params).id))
  const { rows, count, at, reviewerName, effect, change, undoneBy } = batch
  const until = at + UNDO_WITHIN_MS
  const undoable = undoneBy === null && Date.now() <= until && mayUndoBatch(viewer, batch)
  return (
    <>
      <PageTitle
        kicker={
          <a href="/review" className="link">
            {t('title')}
          </a>
        }
        title={t('batchTitle')}
        lead={t.rich('batchLead', {
          count,
          name: () => <bdi>{reviewerName ?? t('unknownAuthor')}</bdi>,
          time: formatTime(locale, at),
        })}
      />
      {undoneBy !== null && (
        <div className="mb-8">
          <Notice title={t('wasUndone', { change: undoneBy })} />
        </div>
      )}
      <Accepted rows={rows} />
      <Section id="effect" title={t('batchEffect')}>
        <EffectTable effect={effect} past />
      </Section>
      {undoable && (
        <div className="mt-10 max-w-xl">
          <div className="mb-2 text-sm text-soft">
            <p>{t('undoUntil', { time: formatTime(locale, until) })}</p>
            <p>{t('undoTogether')}</p>
          </div>
          <ActionForm
            action={undo}
            label={t('batchUndo')}
            hidden={{ seq: String(change) }}
            look="plain"
            submit={t('batchUndo')}
            fields={[{ name: 'reason', label: t('undoReason') }]}
          />
        </div>
      )}
    </>
  )
}

async function Accepted({ rows }: Pick<Batch, 'rows'>) {
  const t = await getTranslations()
  return (
    <RecordTable
      caption={t('review.batchCaption')}
      below="md"
      rows={rows}
      keyOf={({ id }) => id}
      head={{
        label: t('review.entry'),
        cell: ({ id, title, subject, kind }) => (
          <span className="grid gap-0.5">
            <a href={`/review/${id}`} className="link">
              <bdi>{title || subject}</bdi>
            </a>
            <span className="text-sm font-normal text-soft">{t(`entry.kinds.${kind}`)}</span>
          </span>
        ),
      }}
      columns={[
        {
          key: 'author',
          label: t('review.author'),
          cell: ({ authorName }) => <bdi>{authorName ?? t('review.unknownAuthor')}</bdi>,
        },
        {
          key: 'change',
          label: t('review.batchChange'),
          cell: ({ kind, subject, change }) => {
            if (subject === null || change === null) return null
            const record = acceptedHref({ kind, subject }, change)
            const number = t('agreement.changeNumber', { seq: change })
            return record === null ? (
              number
            ) : (
              <a href={record} className="link">
                {number}
              </a>
            )
          },
        },
      ]}
    />
  )
}
