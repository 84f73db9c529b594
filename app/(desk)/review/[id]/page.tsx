import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { retractables } from '@/app/(desk)/agreements/[reference]/retract/statements'
import { versionFields, versionOf } from '@/app/(desk)/agreements/[reference]/version-fields'
import { entryAddress } from '@/app/(desk)/agreements/entry-address'
import { accept, giveBack, handIn, undo, withdraw } from '@/app/(desk)/review/actions'
import { orNotFound, orNull } from '@/app/(portfolio)/or-not-found'
import { member } from '@/app/session'
import { PromiseMade } from '@/components/agreement/promise'
import { agreementHref } from '@/components/agreements/list-address'
import { NoPermission } from '@/components/entry/no-permission'
import { ActionForm } from '@/components/forms/action-form'
import { acceptedHref } from '@/components/review/accepted-href'
import { Decided } from '@/components/review/decided'
import { EffectTable, StandingTable } from '@/components/review/effect'
import { fieldLabel, problemText } from '@/components/review/field-words'
import { EntrySource, Proposed } from '@/components/review/proposed'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { PageTitle, Section } from '@/components/ui/page-title'
import type { Viewer } from '@/lib/auth/viewer'
import { holds } from '@/lib/domain/permissions'
import { isApart } from '@/lib/domain/types'
import { Forbidden } from '@/lib/errors'
import { type AgreementDetail, getAgreement } from '@/lib/features/agreements/get-agreement'
import { getChange } from '@/lib/features/changes/get-change'
import { getProposal } from '@/lib/features/proposals/get-proposal'
import type { ProposalDetail } from '@/lib/features/proposals/proposal'
import { formatTime } from '@/lib/format'
import { type Cells, fieldsOfPayload } from '@/lib/schemas/proposal'

interface Props {
  params: Promise<{ id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review')
  return { title: t('oneTitle') }
}

/** The proposal, or null where the account may not see it: an editor sees their own. */
async function load(viewer: Viewer, id: string): Promise<ProposalDetail | null> {
  try {
    return await orNotFound(getProposal(viewer, id, Date.now))
  } catch (error) {
    if (error instanceof Forbidden) return null
    throw error
  }
}

/** What stands there now, by the fields of an amendment or a correction. */
function inForce(
  agreement: AgreementDetail | null,
  { kind, payload }: ProposalDetail['proposal'],
): Cells {
  const { measure, corrects } = payload.cells
  const commitment = agreement?.commitments.find((one) => one.measure === measure)
  if (kind !== 'amendment' || !commitment) return {}
  const version = versionOf(commitment, corrects)
  if (!version) return {}
  const fields = versionFields(commitment, version)
  const milestones = Object.keys(fields)
    .filter((name) => /^milestones\.\d+\.on$/.test(name))
    .map((name) => `${fields[name]}=${fields[name.replace(/on$/, 'quantity')]}`)
  return {
    quantity: fields.quantity ?? '',
    deadline: fields.deadline ?? '',
    milestones: milestones.join(';'),
  }
}

export default async function ProposalPage({ params }: Props) {
  const { viewer } = await member()
  const t = await getTranslations()
  const locale = await getLocale()
  const { actor } = viewer
  const reads = actor !== 'nobody' && holds(actor, 'proposal.read')
  const detail = reads ? await load(viewer, (await params).id) : null
  if (!detail) return <NoPermission title={t('review.oneTitle')} />
  const { proposal, effect, warnings, problems, allowed, authorName, right, stale } = detail
  const { id, kind, subject, state, version, payload } = proposal
  const clocks = { asOf: null, knownAt: null }
  const about =
    subject !== null && !isApart(kind) && (kind !== 'agreement' || state === 'accepted')
      ? await orNull(getAgreement(viewer, subject, clocks))
      : null
  const currency =
    about?.commitments.find(({ measure }) => measure === 'investment')?.currency ?? null
  const title = about?.description.title ?? payload.cells.title ?? subject
  const statement =
    kind === 'retraction' && about
      ? (await retractables(about)).find(
          ({ value }) => value === `${payload.cells.what}:${payload.cells.id}`,
        )
      : null
  const apart = isApart(kind)
  const editing = apart
    ? null
    : entryAddress({ kind, reference: subject, fields: payload.cells }, { draft: id })
  const step = { id, version: String(version) }
  const since = proposal.submittedAt ?? proposal.createdAt
  return (
    <>
      <PageTitle
        kicker={
          <>
            <a href="/review" className="link">
              {t('review.title')}
            </a>{' '}
            · {t(`entry.kinds.${kind}`)} · {t(`codes.proposalState.${state}`)}
          </>
        }
        title={<bdi>{title || t('entry.draftUntitled')}</bdi>}
        lead={t.rich('review.byWhom', {
          name: () => <bdi>{authorName ?? t('review.unknownAuthor')}</bdi>,
          time: formatTime(locale, since),
        })}
      >
        {about && subject !== null && (
          <a href={agreementHref(subject)} className="link">
            {t('review.openAgreement')}
          </a>
        )}
      </PageTitle>
      <Decided detail={detail}>
        {state === 'accepted' && <Undo viewer={viewer} detail={detail} />}
      </Decided>
      {stale && (
        <div className="mb-8">
          <Notice kind="warning" title={t('review.staleTitle')}>
            {t('review.staleText')}
          </Notice>
        </div>
      )}
      {problems.length > 0 && (
        <div className="mb-8">
          <Notice kind="warning" title={t('entry.missingTitle')}>
            <ul className="mt-1 grid gap-1 text-sm">
              {problems.map((problem) => (
                <li key={`${problem.path} ${problem.code}`}>
                  {problem.path && (
                    <strong>{t('common.named', { label: fieldLabel(t, problem.path) })} </strong>
                  )}
                  {problemText(t, problem)}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {warnings.length > 0 && (
        <div className="mb-8">
          <Notice title={t('entry.warningsTitle')}>
            <ul className="mt-1 grid gap-1 text-sm">
              {warnings.map((problem) => (
                <li key={`${problem.path} ${problem.code}`}>
                  <strong>{t('common.named', { label: fieldLabel(t, problem.path) })} </strong>
                  {problemText(t, problem)}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Section
        id="proposed"
        title={t('review.proposedTitle')}
        aside={kind === 'retraction' ? undefined : <EntrySource cells={payload.cells} />}
      >
        {statement && (
          <p className="mb-4">
            <strong>{t('review.takenBack')}</strong> {statement.kind}: <bdi>{statement.text}</bdi>
          </p>
        )}
        <Proposed
          detail={detail}
          before={detail.held ?? inForce(about, proposal)}
          currency={currency}
        />
        {about && kind !== 'agreement' && (
          <div className="mt-8">
            <Disclosure summary={t('review.originalTitle')} open={kind === 'amendment'}>
              {about.commitments.map((commitment) => (
                <PromiseMade key={commitment.measure} commitment={commitment} />
              ))}
            </Disclosure>
          </div>
        )}
      </Section>
      {effect && (
        <Section
          id="effect"
          title={t(state === 'accepted' ? 'review.effectWas' : 'review.effectTitle')}
        >
          <div className="grid max-w-4xl gap-10">
            <EffectTable effect={effect} />
            <StandingTable standings={effect.standings} />
          </div>
        </Section>
      )}
      {(state === 'submitted' || allowed.edit) && (
        <Section id="decide" title={t('review.decideTitle')}>
          {(right === 'own' || right === 'region' || right === 'role') && (
            <p className="mb-5 max-w-measure">{t(`review.whyNot.${right}`)}</p>
          )}
          {allowed.selfAcceptance && <p className="mb-5 max-w-measure">{t('review.aloneText')}</p>}
          <div className="grid items-start gap-10 lg:grid-cols-2">
            {allowed.review && (
              <ActionForm
                action={accept}
                label={t('review.accept')}
                hidden={step}
                submit={t(allowed.selfAcceptance ? 'review.acceptOwn' : 'review.accept')}
              />
            )}
            {allowed.review && (
              <ActionForm
                action={giveBack}
                label={t('review.return')}
                hidden={step}
                look="plain"
                submit={t('review.return')}
                fields={[
                  { name: 'note', label: t('review.note'), hint: t('review.noteHint'), lines: 4 },
                  {
                    name: 'field',
                    label: t('review.noteAbout'),
                    options: [
                      { value: '', label: t('review.wholeEntry') },
                      ...Object.keys(fieldsOfPayload(payload))
                        .toSorted()
                        .map((path) => ({
                          value: path,
                          label: fieldLabel(t, path),
                        })),
                    ],
                  },
                ]}
              />
            )}
            {(allowed.edit || allowed.withdraw) && (
              <div className="flex flex-wrap gap-3">
                {apart && allowed.submit && (
                  <ActionForm
                    action={handIn}
                    label={t('entry.submit')}
                    hidden={step}
                    submit={t('entry.submit')}
                  />
                )}
                {allowed.edit && editing !== null && (
                  <ButtonLink look="primary" href={editing}>
                    {t('review.edit')}
                  </ButtonLink>
                )}
                {allowed.withdraw && (
                  <ActionForm
                    action={withdraw}
                    label={t('review.withdraw')}
                    hidden={step}
                    look="plain"
                    submit={t('review.withdraw')}
                  />
                )}
              </div>
            )}
          </div>
        </Section>
      )}
    </>
  )
}

/** What acceptance wrote, and for half an hour the way back. */
async function Undo({ viewer, detail }: { viewer: Viewer; detail: ProposalDetail }) {
  const { kind, subject, change, batch } = detail.proposal
  if (subject === null || change === null) return null
  const t = await getTranslations('review')
  const locale = await getLocale()
  const entry = await getChange(viewer, change, Date.now)
  const record = acceptedHref({ kind, subject })
  return (
    <div className="mt-3 grid gap-4">
      <p>
        {t('wrote', { change })}{' '}
        {record !== null && (
          <a href={record} className="link">
            {t(kind === 'target' ? 'openTarget' : 'openAgreement')}
          </a>
        )}
      </p>
      {batch !== null && (
        <p>
          <a href={`/review/batches/${batch}`} className="link">
            {t('batchAll')}
          </a>
        </p>
      )}
      {entry.undoneBy && <p>{t('wasUndone', { change: entry.undoneBy })}</p>}
      {entry.undoUntil && (
        <div className="max-w-xl">
          <div className="mb-2 text-sm text-soft">
            <p>{t('undoUntil', { time: formatTime(locale, entry.undoUntil) })}</p>
            {batch !== null && <p>{t('undoTogether')}</p>}
          </div>
          <ActionForm
            action={undo}
            label={t('undo')}
            hidden={{ seq: String(change) }}
            look="plain"
            submit={t('undo')}
            fields={[{ name: 'reason', label: t('undoReason') }]}
          />
        </div>
      )}
    </div>
  )
}
