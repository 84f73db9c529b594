import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { discard } from '@/app/(desk)/import/actions'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import type { Query } from '@/app/(portfolio)/request'
import { addressOf } from '@/app/address-of'
import { member } from '@/app/session'
import { NoPermission } from '@/components/entry/no-permission'
import { ActionForm } from '@/components/forms/action-form'
import { problemText } from '@/components/review/field-words'
import { Progress } from '@/components/staging/progress'
import { Notice } from '@/components/ui/notice'
import { PageTitle, Section } from '@/components/ui/page-title'
import { holds } from '@/lib/domain/permissions'
import { getStaged } from '@/lib/features/imports/get-staged'
import { formatNumber } from '@/lib/format'
import { parseStagedAddress } from '@/lib/schemas/staged-address'
import { Columns } from './columns'
import { Confirm, Written } from './confirm'
import { HowRead } from './how-read'
import { Likenesses, Preview } from './preview'

const ROWS = 50

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staging')
  return { title: t('title') }
}

export default async function StagedFilePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Query
}) {
  const { viewer } = await member()
  const t = await getTranslations()
  const locale = await getLocale()
  if (viewer.actor === 'nobody' || !holds(viewer.actor, 'proposal.create'))
    return <NoPermission title={t('staging.title')} />
  const asked = parseStagedAddress(await addressOf(searchParams))
  const { id } = await params
  const page = await orNotFound(getStaged(viewer, id, { ...asked, limit: ROWS }))
  const { staged, mappings, alike, open } = page
  const { state, counts, problem, done, total } = staged
  const hidden = { id, version: String(staged.version) }
  const works = state === 'checking' || state === 'writing'
  const describes = state === 'mapping' || state === 'checked'
  const numbers = counts && {
    ...{ read: counts.read, created: formatNumber(locale, counts.created) },
    updated: formatNumber(locale, counts.updated),
    unchanged: formatNumber(locale, counts.unchanged),
    refused: formatNumber(locale, counts.refused),
  }
  return (
    <>
      <PageTitle
        kicker={
          <a href="/import" className="link">
            {t('staging.title')}
          </a>
        }
        title={<bdi className="break-all">{staged.fileName}</bdi>}
        lead={`${t(`staging.kinds.${staged.kind}`)} · ${t(`staging.states.${state}`)}`}
      />
      {problem && problem.code !== 'staged_moved' && (
        <div className="mb-8">
          <Notice kind="danger" role="alert" title={problemText(t, { path: '', ...problem })} />
        </div>
      )}
      {works && (
        <Section id="work" title={t(state === 'checking' ? 'staging.working' : 'staging.writing')}>
          <Progress
            done={done}
            total={total}
            label={t(`staging.states.${state}`)}
            text={
              total === null
                ? t('staging.progressStart')
                : t('staging.progress', {
                    done: formatNumber(locale, done),
                    total: formatNumber(locale, total),
                  })
            }
          />
          <p className="mt-4 text-sm">
            <a href={`/import/${id}`} className="link">
              {t('staging.look')}
            </a>
          </p>
        </Section>
      )}
      {state === 'written' && (
        <Section id="written" title={t('staging.confirmTitle')}>
          <Written staged={staged} open={open} hidden={hidden} />
        </Section>
      )}
      {state === 'checked' && numbers && (
        <>
          <Section
            id="rows"
            title={t('staging.previewTitle')}
            lead={t('staging.previewLead', numbers)}
          >
            <Likenesses staged={staged} alike={alike} hidden={hidden} />
            <Preview page={page} asked={asked} />
          </Section>
          <Section id="confirm" title={t('staging.confirmTitle')} lead={t('staging.confirmLead')}>
            <Confirm staged={staged} hidden={hidden} />
          </Section>
        </>
      )}
      {describes && (
        <>
          <Section id="reading" title={t('staging.readTitle')}>
            <HowRead staged={staged} hidden={hidden} />
          </Section>
          <Section id="columns" title={t('staging.mapTitle')} lead={t('staging.mapLead')}>
            <Columns staged={staged} mappings={mappings} hidden={hidden} />
          </Section>
        </>
      )}
      {!works && (
        <div className="mt-16 border-t border-rule pt-6">
          <ActionForm action={discard} hidden={hidden} submit={t('staging.discard')} look="plain" />
          <p className="mt-2 text-xs text-soft">{t('staging.discardHint')}</p>
        </div>
      )}
    </>
  )
}
