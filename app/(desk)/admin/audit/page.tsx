import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { permitted } from '@/app/(desk)/admin/permitted'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import type { Query } from '@/app/(portfolio)/request'
import { addressOf } from '@/app/address-of'
import { verbKey } from '@/components/agreement/record'
import { agreementHref } from '@/components/agreements/list-address'
import { VerificationResult } from '@/components/audit/verification'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterForm, TextFilter } from '@/components/ui/filter-form'
import { PageTitle, Section } from '@/components/ui/page-title'
import { RecordTable } from '@/components/ui/record-table'
import { PageLinks } from '@/components/ui/segmented'
import type { Viewer } from '@/lib/auth/viewer'
import { listAccountEvents } from '@/lib/features/accounts/list-account-events'
import { listChanges } from '@/lib/features/changes/list-changes'
import { verifyLedger } from '@/lib/features/ledger/verify-ledger'
import { formatInstant, formatTime } from '@/lib/format'
import { parseAuditAddress } from '@/lib/schemas/proposals-filter'

const PATH = '/admin/audit'
const CHANGES = 50
const EVENTS = 25
const SHORT_HASH = 12

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

function verified(viewer: Viewer, head: string | null) {
  const [seq, hash = ''] = head?.split(':') ?? []
  return verifyLedger(viewer, seq === undefined ? null : { seq: Number(seq), hash })
}

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const { viewer } = await permitted('change.read')
  const address = await addressOf(searchParams)
  const { subject, actor, verb, cursor, accounts, verify, head } = parseAuditAddress(address)
  const t = await getTranslations('audit')
  const all = await getTranslations()
  const locale = await getLocale()
  const [changes, events, found] = await Promise.all([
    orNotFound(listChanges(viewer, { subject, actor, verb, cursor, limit: CHANGES })),
    orNotFound(listAccountEvents(viewer, { subject, actor, cursor: accounts, limit: EVENTS })),
    verify ? verified(viewer, head) : null,
  ])
  const filtered = subject !== null || actor !== null || verb !== null
  const kept = { subject, actor, verb }
  const href = (changed: Record<string, string | null>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...kept, ...changed }))
      if (value !== null) query.set(name, value)
    return query.size > 0 ? `${PATH}?${query}` : PATH
  }
  const who = (id: string, name: string | null) => (
    <a href={href({ actor: id })} className="link">
      <bdi>{name ?? (id === 'terminal' ? all('agreement.terminal') : id)}</bdi>
    </a>
  )
  return (
    <>
      <PageTitle title={t('title')} lead={t('lead')} />
      <Section id="verify" title={t('verifyTitle')} lead={t('verifyLead')}>
        <div className="grid gap-6">
          <div className="max-w-2xl">
            <FilterForm
              action={PATH}
              label={t('verifyTitle')}
              keep={[['verify', '1']]}
              submit={t('verify')}
            >
              <TextFilter label={t('keptHead')} name="head" type="text" value={head ?? undefined} />
            </FilterForm>
          </div>
          {found && <VerificationResult found={found} />}
        </div>
      </Section>
      <Section id="changes" title={t('changesTitle')} lead={t('changesLead')}>
        <FilterForm
          action={PATH}
          label={t('filters')}
          keep={verb === null ? [] : [['verb', verb]]}
          submit={all('common.apply')}
          clear={filtered ? { href: PATH, label: all('common.clear') } : undefined}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <TextFilter label={t('subject')} name="subject" value={subject ?? undefined} />
            <TextFilter label={t('actor')} name="actor" value={actor ?? undefined} />
          </div>
        </FilterForm>
        <div className="mt-6">
          {changes.rows.length === 0 ? (
            <EmptyState title={t('changesEmpty')} />
          ) : (
            <RecordTable
              caption={t('changesTitle')}
              rows={changes.rows}
              keyOf={({ seq }) => String(seq)}
              head={{
                label: t('number'),
                cell: ({ seq, hash }) => (
                  <>
                    {seq}
                    <code dir="ltr" title={hash} className="block text-xs font-normal text-faint">
                      {hash.slice(0, SHORT_HASH)}…
                    </code>
                  </>
                ),
              }}
              columns={[
                { key: 'at', label: t('at'), cell: ({ at }) => formatTime(locale, at) },
                { key: 'actor', label: t('actor'), cell: (row) => who(row.actor, row.actorName) },
                {
                  key: 'what',
                  label: t('what'),
                  cell: ({ verb: done, fields, undoes, undoneBy, selfAccepted, proposal }) => (
                    <span className="grid gap-0.5">
                      {all(`agreement.verbs.${verbKey(done)}`)}
                      <span className="text-xs text-soft">
                        {[
                          all('agreement.fieldCount', { count: fields.length }),
                          proposal &&
                            t('enteredBy', { name: proposal.authorName ?? proposal.author }),
                          undoes !== null && t('undoes', { seq: undoes }),
                          undoneBy !== null && t('undoneBy', { seq: undoneBy }),
                          selfAccepted && all('agreement.selfAccepted'),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </span>
                  ),
                },
                {
                  key: 'subject',
                  label: t('subject'),
                  cell: ({ subject: about, seq, verb: done }) => {
                    const name = <bdi dir="ltr">{about}</bdi>
                    // Targets and rates have no history of their own.
                    if (/\.(target|rate)$/.test(done)) return name
                    return (
                      <a href={`${agreementHref(about)}#change-${seq}`} className="link">
                        {name}
                      </a>
                    )
                  },
                },
                {
                  key: 'reason',
                  label: t('reason'),
                  cell: ({ reason }) => (reason ? <bdi>{reason}</bdi> : '–'),
                },
              ]}
            />
          )}
          <PageLinks
            label={all('common.pages')}
            first={
              cursor === null
                ? undefined
                : { href: `${href({})}#changes`, label: all('common.previous') }
            }
            next={
              changes.next === null
                ? undefined
                : { href: `${href({ cursor: changes.next })}#changes`, label: all('common.next') }
            }
          />
        </div>
      </Section>
      <Section id="accounts" title={t('accountsTitle')} lead={t('accountsLead')}>
        {events.rows.length === 0 ? (
          <EmptyState title={t('accountsEmpty')} />
        ) : (
          <RecordTable
            caption={t('accountsTitle')}
            rows={events.rows}
            keyOf={({ id }) => String(id)}
            head={{
              label: t('at'),
              cell: ({ at }) => <span className="font-normal">{formatInstant(locale, at)}</span>,
            }}
            columns={[
              { key: 'actor', label: t('actor'), cell: (row) => who(row.actor, row.actorName) },
              { key: 'what', label: t('what'), cell: (row) => t(`events.${row.verb}`) },
              {
                key: 'subject',
                label: t('account'),
                cell: (row) => (
                  <a href={href({ subject: row.subject })} className="link">
                    <bdi>{row.subjectName ?? row.subject}</bdi>
                  </a>
                ),
              },
              {
                key: 'detail',
                label: t('detail'),
                cell: ({ detail }) => (
                  <bdi dir="ltr" className="break-all">
                    {Object.entries(detail)
                      .map(([name, value]) => `${name}: ${value ?? '–'}`)
                      .join(' · ') || '–'}
                  </bdi>
                ),
              },
            ]}
          />
        )}
        <PageLinks
          label={t('accountsPages')}
          first={
            accounts === null
              ? undefined
              : { href: `${href({})}#accounts`, label: all('common.previous') }
          }
          next={
            events.next === null
              ? undefined
              : { href: `${href({ accounts: events.next })}#accounts`, label: all('common.next') }
          }
        />
      </Section>
    </>
  )
}
