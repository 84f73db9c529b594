import type { Viewer } from '@/lib/auth/viewer'
import type { Tx } from '@/lib/data/client'
import { cellsOfAgreement } from '@/lib/data/plans/agreement-cells'
import type { Ledger } from '@/lib/data/plans/plan'
import { deadlineBeforeSigning } from '@/lib/data/plans/plan-proposal'
import { type FileRow, type Refusal, type RowFate, refuse } from '@/lib/data/plans/refusal'
import type { BroughtProposal } from '@/lib/data/proposal-batches'
import { takenNames } from '@/lib/data/proposals'
import { may } from '@/lib/domain/permissions'
import { type ProposalKind, REGIONS, type Region } from '@/lib/domain/types'
import type { ImportKind } from '@/lib/schemas/import'
import type { Judged } from './prepare-file'

/** Kinds whose rows wait as proposals; the others are brought by the terminal alone. */
export const PROPOSABLE = ['agreements', 'reports', 'amendments', 'events'] as const
export type ProposableKind = (typeof PROPOSABLE)[number]

/** Whether rows of a kind can wait as proposals. */
export function isProposable(kind: ImportKind): kind is ProposableKind {
  return PROPOSABLE.some((one) => one === kind)
}

const KINDS: Record<ProposableKind, ProposalKind> = {
  agreements: 'agreement',
  reports: 'report',
  amendments: 'amendment',
  events: 'event',
}

function regionIn({ cells }: FileRow): Region | null {
  const text = (cells.region ?? '').trim()
  return REGIONS.find((code) => code === text) ?? null
}

function byLine(rows: readonly FileRow[]): ReadonlyMap<number, FileRow> {
  return new Map(rows.map((row) => [row.line, row]))
}

function moves({ fate }: RowFate): boolean {
  return fate !== 'unchanged'
}

/** Rows of regions that the account does not write in. */
function outside(viewer: Viewer, row: FileRow, fate: RowFate, named: Ledger): Refusal[] {
  const { actor, region } = viewer
  if (region === null || actor === 'nobody') return []
  const stated = regionIn(row)
  const held = named.get(fate.subject)?.region
  const regions = [...(held ? [held] : []), ...(stated ? [stated] : [])]
  if (may({ actor, region }, 'proposal.create', { own: true, alone: false, regions })) return []
  return [refuse(row, stated ? 'region' : 'reference', { code: 'region_not_yours' })]
}

function signedAfter(kind: ImportKind, row: FileRow, fate: RowFate, named: Ledger): Refusal[] {
  if (kind !== 'agreements' && kind !== 'amendments') return []
  const problems = deadlineBeforeSigning(row.cells, named.get(fate.subject))
  return problems.map(({ path, code, values }) =>
    refuse(row, path, values ? { code, values } : { code }),
  )
}

/** What stands in the way of proposing rows that the ledger itself would let in: names that another proposal has reserved, regions of other people, deadlines before the signature. */
export async function refusalsOfProposing(
  tx: Tx,
  viewer: Viewer,
  kind: ImportKind,
  rows: readonly FileRow[],
  { rows: fates, named }: Pick<Judged, 'rows' | 'named'>,
): Promise<Refusal[]> {
  const lines = byLine(rows)
  const moving = fates.filter(moves)
  const fresh = kind === 'agreements' ? moving.filter(({ fate }) => fate === 'created') : []
  const taken = await takenNames(
    tx,
    fresh.map(({ subject }) => subject),
    null,
  )
  return moving.flatMap((fate) => {
    const row = lines.get(fate.line)
    if (!row) return []
    const reserved =
      fate.fate === 'created' && kind === 'agreements' && taken.has(fate.subject)
        ? [refuse(row, 'reference', { code: 'reference_proposed' })]
        : []
    return [
      ...reserved,
      ...outside(viewer, row, fate, named),
      ...signedAfter(kind, row, fate, named),
    ]
  })
}

/** A proposal with the line of the row that it comes from. */
export type BroughtRow = BroughtProposal & { line: number }

/** The proposals that rows become: one for each that is new or differs. `reason` stands in every edit. */
export function broughtOf(
  kind: ProposableKind,
  rows: readonly FileRow[],
  { rows: fates, named }: Pick<Judged, 'rows' | 'named'>,
  reason: string,
): BroughtRow[] {
  const lines = byLine(rows)
  return fates.filter(moves).flatMap(({ line, subject, changed, fate }): BroughtRow[] => {
    const row = lines.get(line)
    if (!row) return []
    const agreement = named.get(subject)
    const common = { line, subject, region: regionIn(row) ?? agreement?.region ?? null }
    if (kind === 'agreements' && fate === 'updated' && agreement && changed) {
      const now = Object.entries(changed).map(([column, [, after]]) => [column, after] as const)
      const cells = { ...Object.fromEntries(now), reason }
      const base = cellsOfAgreement(agreement)
      return [{ ...common, kind: 'edit', cells, baseVersion: agreement.version, base }]
    }
    const cells = { ...row.cells, reference: subject }
    return [{ ...common, kind: KINDS[kind], cells, baseVersion: null, base: null }]
  })
}
