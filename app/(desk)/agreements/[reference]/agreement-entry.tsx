import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { enter } from '@/app/(desk)/agreements/enter'
import type { EntryFormName } from '@/app/(desk)/agreements/entry-address'
import { findOrganisations } from '@/app/(desk)/agreements/find-organisations'
import { type EntryQuery, openEntry, writer } from '@/app/(desk)/agreements/open-entry'
import { mayEnter } from '@/app/(desk)/may-enter'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { PromiseMade } from '@/components/agreement/promise'
import { agreementHref } from '@/components/agreements/list-address'
import { ClosedEntry } from '@/components/entry/closed-entry'
import { EntryForm } from '@/components/entry/entry-form'
import { NoPermission } from '@/components/entry/no-permission'
import { Returned } from '@/components/entry/returned'
import { PageTitle } from '@/components/ui/page-title'
import type { Viewer } from '@/lib/auth/viewer'
import type { AgreementProposal } from '@/lib/domain/types'
import { type AgreementDetail, getAgreement } from '@/lib/features/agreements/get-agreement'
import type { Fields } from '@/lib/schemas/entry-rows'

export interface EntryProps {
  params: Promise<{ reference: string }>
  searchParams: EntryQuery
}

/** The title of a form's page. */
export async function entryMetadata(form: EntryFormName): Promise<Metadata> {
  const t = await getTranslations('entry')
  return { title: t(`forms.${form}.title`) }
}

/** A form about one agreement: what it is for, the promise as it was first made, the fields. */
export async function AgreementEntry({
  params,
  searchParams,
  form,
  kind,
  start,
  above,
  children,
}: EntryProps & {
  form: EntryFormName
  kind: AgreementProposal
  /** What the fields hold where there is no draft. */
  start: (detail: AgreementDetail, viewer: Viewer) => Promise<Fields> | Fields
  above?: (detail: AgreementDetail) => ReactNode
  children: (detail: AgreementDetail, fields: Fields) => ReactNode | Promise<ReactNode>
}) {
  const { account, viewer } = await writer()
  const t = await getTranslations('entry')
  const title = t(`forms.${form}.title`)
  const { reference } = await params // its letters need no encoding: what was encoded is no reference
  const detail = await orNotFound(getAgreement(viewer, reference, { asOf: null, knownAt: null }))
  if (!mayEnter(viewer, detail.description.region)) return <NoPermission title={title} />
  const money = detail.commitments.find(({ measure }) => measure === 'investment')
  const opened = await openEntry({
    ...{ kind, reference, query: searchParams },
    currency: money?.currency ?? null,
    recordVersion: kind === 'edit' ? detail.description.version : null,
    start: await start(detail, viewer),
  })
  const here = `${agreementHref(reference)}/${form}`
  if (opened.closed) return <ClosedEntry detail={opened.closed} again={here} />
  const { measure: about } = opened.form.fields
  const concerned = ({ measure }: { measure: string }) => about === undefined || measure === about
  return (
    <>
      <PageTitle
        kicker={
          <a href={agreementHref(reference)} className="link">
            <bdi>{detail.description.title}</bdi>
          </a>
        }
        title={title}
        lead={t(`forms.${form}.lead`)}
      />
      {above?.(detail)}
      <details open className="mb-10 border-y border-rule py-4">
        <summary className="min-h-8 font-semibold">{t('promiseBeside')}</summary>
        <div className="mt-4">
          {detail.commitments.filter(concerned).map((commitment) => (
            <PromiseMade key={commitment.measure} commitment={commitment} />
          ))}
        </div>
      </details>
      <Returned note={opened.detail?.proposal.note ?? null} />
      <EntryForm
        key={
          opened.form.id ?? `${form} ${opened.form.fields.measure} ${opened.form.fields.corrects}`
        }
        initial={opened.form}
        action={enter}
        account={account.id}
        search={findOrganisations}
        submitLabel={t('submit')}
      >
        {await children(detail, opened.form.fields)}
      </EntryForm>
    </>
  )
}
