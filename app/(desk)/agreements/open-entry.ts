import { randomUUID } from 'node:crypto'
import { located, merged } from '@/app/(desk)/agreements/entry-steps'
import { mayEnter } from '@/app/(desk)/may-enter'
import { orNotFound } from '@/app/(portfolio)/or-not-found'
import { type Member, member } from '@/app/session'
import type { EntryState } from '@/components/entry/state'
import { nextRow } from '@/components/entry/texts'
import type { AgreementProposal } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'
import { getProposal } from '@/lib/features/proposals/get-proposal'
import { previewProposal } from '@/lib/features/proposals/preview-proposal'
import type { ProposalDetail } from '@/lib/features/proposals/proposal'
import { type Fields, fieldsOfEntry, payloadOfFields } from '@/lib/schemas/entry-rows'
import { literalPayload } from '@/lib/schemas/typed-payload'

export type EntryQuery = Promise<Record<string, string | string[] | undefined>>

/** A form to show, or a proposal that is no longer a draft. */
export type Opened =
  | { form: EntryState; detail: ProposalDetail | null; closed: null }
  | { form: null; detail: ProposalDetail; closed: ProposalDetail }

/** The account that asks for a form, and whether it may enter anything at all. */
export async function writer(): Promise<Member & { may: boolean }> {
  const asking = await member()
  return { ...asking, may: mayEnter(asking.viewer) }
}

/** Rows that a form shows although nothing stands in them yet. */
function withRows(fields: Fields, lists: readonly string[]): Fields {
  const rows = lists.flatMap((list) => {
    const row = nextRow(fields, list)
    return row?.split('.').at(-2) === '0' ? [[row, ''] as const] : []
  })
  return { ...fields, ...Object.fromEntries(rows) }
}

const ROWS: Partial<Record<AgreementProposal, readonly string[]>> = {
  agreement: ['government_parties', 'signatories'],
  edit: ['government_parties', 'signatories'],
}

/** The state in which a form opens: at its draft where the address names one, else at what it starts from. */
export async function openEntry({
  kind,
  reference,
  currency = null,
  recordVersion = null,
  query,
  start,
}: {
  kind: AgreementProposal
  reference: string | null
  currency?: string | null
  recordVersion?: number | null
  query: EntryQuery
  start: Fields
}): Promise<Opened> {
  const { viewer } = await writer()
  const { draft } = await query
  const detail =
    typeof draft === 'string'
      ? await orNotFound(
          getProposal(viewer, draft, Date.now).then((found) => ours(found, kind, reference)),
        )
      : null
  if (detail && !detail.allowed.edit) return { form: null, detail, closed: detail }
  const lists = ROWS[kind] ?? []
  const fields = withRows(detail ? fieldsOfEntry(detail.proposal.payload) : start, lists)
  const { payload, problems } = payloadOfFields(kind, fields)
  const literal = literalPayload(kind, payload, currency)
  const subject = detail?.proposal.subject ?? reference
  const preview = await previewProposal({
    viewer,
    kind,
    reference: subject,
    payload: literal.payload,
    clock: Date.now,
  })
  const { proposal } = detail ?? { proposal: null }
  const form: EntryState = {
    ...{ kind, reference, currency, recordVersion, fields, base: fields },
    id: proposal?.id ?? null,
    version: proposal?.version ?? 0,
    key: randomUUID(),
    problems: located(fields, merged([...problems, ...literal.problems], preview.problems)),
    warnings: preview.warnings,
    standings: preview.effect?.standings ?? [],
    checked: false,
    outcome: null,
    theirs: detail?.stale ? overtaken(detail, fields) : null,
    next: null,
    keptAt: proposal?.updatedAt ?? null,
  }
  return { form: form.theirs ? { ...form, outcome: 'conflict' } : form, detail, closed: null }
}

function ours(
  detail: ProposalDetail,
  kind: AgreementProposal,
  reference: string | null,
): ProposalDetail {
  const { proposal } = detail
  if (proposal.kind !== kind || (kind !== 'agreement' && proposal.subject !== reference))
    throw new NotFound('proposal', proposal.id)
  return detail
}

/** The record moved since an edit was begun: what it says now stands beside what the edit says. */
function overtaken({ proposal, fields: changed }: ProposalDetail, fields: Fields) {
  const moved = changed.filter(({ base, current }) => base !== current)
  const cells = Object.fromEntries(moved.map(({ path, current }) => [path, current]))
  const theirs = fieldsOfEntry({ cells, claims: [], commitments: [] })
  return { version: proposal.version, fields: { ...fields, ...theirs }, baseVersion: null }
}
