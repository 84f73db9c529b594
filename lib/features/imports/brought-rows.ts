import type { Viewer } from '@/lib/auth/viewer'
import type { Tx } from '@/lib/data/client'
import { cellsOfAgreement } from '@/lib/data/plans/agreement-cells'
import type { Ledger } from '@/lib/data/plans/plan'
import { deadlineBeforeSigning } from '@/lib/data/plans/plan-proposal'
import { type FileRow, type Refusal, type RowFate, refuse } from '@/lib/data/plans/refusal'
import { ROW_KEYS } from '@/lib/data/plans/row-keys'
import type { BroughtProposal } from '@/lib/data/proposal-batches'
import { takenNames } from '@/lib/data/proposals'
import { may } from '@/lib/domain/permissions'
import { isApart, type ProposalKind, type Region } from '@/lib/domain/types'
import type { ImportKind } from '@/lib/schemas/import'
import { statedRegion } from '@/lib/schemas/proposal'
import type { Judged } from './prepare-file'

const KINDS: Record<ImportKind, ProposalKind> = {
  agreements: 'agreement',
  reports: 'report',
  amendments: 'amendment',
  events: 'event',
  targets: 'target',
  rates: 'rate',
}

function byLine(rows: readonly FileRow[]): ReadonlyMap<number, FileRow> {
  return new Map(rows.map((row) => [row.line, row]))
}

function moves({ fate }: RowFate): boolean {
  return fate !== 'unchanged'
}

/** Rows of regions that the account does not write in. */
function outside(
  viewer: Viewer,
  kind: ImportKind,
  row: FileRow,
  held: Region | undefined,
): Refusal[] {
  const { actor, region } = viewer
  if (region === null || actor === 'nobody') return []
  const stated = statedRegion(KINDS[kind], row.cells)
  const regions = [...(held ? [held] : []), ...(stated ? [stated] : [])]
  if (may({ actor, region }, 'proposal.create', { own: true, alone: false, regions })) return []
  const [key] = ROW_KEYS[kind]
  return [refuse(row, 'region' in row.cells ? 'region' : key, { code: 'region_not_yours' })]
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
  { rows: fates, named, regionOf }: Pick<Judged, 'rows' | 'named' | 'regionOf'>,
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
      ...outside(viewer, kind, row, regionOf(fate.subject)),
      ...signedAfter(kind, row, fate, named),
    ]
  })
}

/** A proposal with the line of the row that it comes from. */
export type BroughtRow = BroughtProposal & { line: number }

/** The proposals that rows become: one for each that is new or differs. `reason` stands in every edit. */
export function broughtOf(
  kind: ImportKind,
  rows: readonly FileRow[],
  { rows: fates, named, regionOf }: Pick<Judged, 'rows' | 'named' | 'regionOf'>,
  reason: string,
): BroughtRow[] {
  const lines = byLine(rows)
  return fates.filter(moves).flatMap(({ line, subject, changed, fate }): BroughtRow[] => {
    const row = lines.get(line)
    if (!row) return []
    const agreement = named.get(subject)
    const common = {
      line,
      subject,
      region: statedRegion(KINDS[kind], row.cells) ?? regionOf(subject) ?? null,
    }
    if (kind === 'agreements' && fate === 'updated' && agreement && changed) {
      const now = Object.entries(changed).map(([column, [, after]]) => [column, after] as const)
      const cells = { ...Object.fromEntries(now), reason }
      const base = cellsOfAgreement(agreement)
      return [{ ...common, kind: 'edit', cells, baseVersion: agreement.version, base }]
    }
    const apart = isApart(KINDS[kind])
    const cells = apart ? row.cells : { ...row.cells, reference: subject }
    return [{ ...common, kind: KINDS[kind], cells, baseVersion: null, base: null }]
  })
}
