import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { draftRow } from '@/app/(desk)/agreements/draft-row'
import { enter } from '@/app/(desk)/agreements/enter'
import { findOrganisations } from '@/app/(desk)/agreements/find-organisations'
import { type EntryQuery, openEntry, writer } from '@/app/(desk)/agreements/open-entry'
import { AgreementFields } from '@/components/entry/agreement-fields'
import { Article } from '@/components/entry/article'
import { ClosedEntry } from '@/components/entry/closed-entry'
import { DraftList } from '@/components/entry/draft-list'
import { EntryForm } from '@/components/entry/entry-form'
import { FoldedSection } from '@/components/entry/form-section'
import { NoPermission } from '@/components/entry/no-permission'
import { Returned } from '@/components/entry/returned'
import { PageTitle } from '@/components/ui/page-title'
import { listProposals } from '@/lib/features/proposals/list-proposals'

interface Props {
  searchParams: EntryQuery
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('entry')
  return { title: t('forms.new.title') }
}

const MOST_DRAFTS = 50

export default async function NewAgreementPage({ searchParams }: Props) {
  const { account, viewer, may } = await writer()
  const t = await getTranslations('entry')
  if (!may) return <NoPermission title={t('forms.new.title')} />
  const start = {
    binding: 'unknown',
    jobs_measure: 'net_new_jobs',
    jobs_scope: 'unspecified',
    lifecycle: 'signed',
    region: account.region ?? '',
  }
  const opened = await openEntry({ kind: 'agreement', reference: null, query: searchParams, start })
  if (opened.closed) return <ClosedEntry detail={opened.closed} again="/agreements/new" />
  const drafts = await listProposals(viewer, {
    ...{ state: ['draft', 'returned'], kind: [], subject: null, cursor: null },
    ...{ author: viewer.name, limit: MOST_DRAFTS },
  })
  const { form, detail } = opened
  const others = drafts.rows.filter(({ id }) => id !== form.id).map(draftRow)
  return (
    <>
      <PageTitle title={t('forms.new.title')} lead={t('forms.new.lead')} />
      {others.length > 0 && <DraftList drafts={others} />}
      <Returned note={detail?.proposal.note ?? null} />
      <EntryForm
        initial={form}
        action={enter}
        account={account.id}
        search={findOrganisations}
        submitLabel={t('submit')}
      >
        <FoldedSection title={t('articleTitle')} lead={t('articleLead')}>
          <Article />
        </FoldedSection>
        <AgreementFields fields={form.fields} />
      </EntryForm>
    </>
  )
}
