import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { allChanges, type Change, lockChain } from '@/lib/data/changes'
import { transaction } from '@/lib/data/client'
import { allIds, type LedgerAgreement, loadAgreements } from '@/lib/data/ledger'
import { fingerprint } from '@/lib/data/standing-rows'
import {
  deleteStandings,
  type Kept,
  loadStandings,
  type Remember,
  recompute,
  storeStandings,
} from '@/lib/data/standings'
import { JOB_SCOPES } from '@/lib/domain/types'

/** What a rebuild found. */
export interface RebuildReport {
  /** Standings that the ledger's statements give over all its changes. */
  computed: number
  /** Computed, but not stored so. */
  missing: number
  /** Stored, but not computed so. */
  surplus: number
}

interface Edit {
  seq: number
  column: string
  before: string
}

const EDITED = ['jobs_scope', 'currency']

// Scope and currency are edited in place; what stood there before is in the diff of the change.
function editsOf(changes: readonly Change[]): Map<string, Edit[]> {
  const edits = new Map<string, Edit[]>()
  for (const { seq, subject, diff } of changes) {
    const changed: unknown = 'changed' in diff ? diff.changed : null
    if (typeof changed !== 'object' || changed === null) continue
    for (const [column, pair] of Object.entries(changed)) {
      if (!EDITED.includes(column) || !Array.isArray(pair)) continue
      const before = String(pair[0])
      edits.set(subject, [...(edits.get(subject) ?? []), { seq, column, before }])
    }
  }
  return edits
}

function remember(edits: ReadonlyMap<string, readonly Edit[]>): Remember {
  return (agreement, seq) => {
    const later = (edits.get(agreement.reference) ?? []).filter((edit) => edit.seq > seq)
    const [scope, currency] = EDITED.map((name) => later.find(({ column }) => column === name))
    if (!scope && !currency) return agreement
    const commitments = agreement.commitments.map((commitment): typeof commitment => {
      if (commitment.measure === 'investment')
        return currency ? { ...commitment, currency: currency.before || null } : commitment
      return scope ? { ...commitment, scope: scopeOf(scope.before, commitment.scope) } : commitment
    })
    return { ...agreement, commitments }
  }
}

type Scope = LedgerAgreement['commitments'][number]['scope']

function scopeOf(text: string, otherwise: Scope): Scope {
  return JOB_SCOPES.find((code) => code === text) ?? otherwise
}

function keyOf({ record, knownFrom, knownTo }: Kept): string {
  return `${knownFrom} ${knownTo} ${fingerprint(record)}`
}

/**
 * Computes every standing again from the statements of the ledger, over every change, and compares them with the stored
 * ones; with `repair` the computed ones take their place. Throws Forbidden without the permission import.accept.
 */
export async function rebuildStandings(viewer: Viewer, repair = false): Promise<RebuildReport> {
  authorise(viewer, 'import.accept')
  return transaction(async (tx) => {
    await lockChain(tx)
    const changes = await allChanges(tx)
    const ids = await allIds(tx)
    const agreements = await loadAgreements(tx, [...ids.values()])
    const steps = changes.flatMap(({ seq, at, subject }) => {
      const id = ids.get(subject)
      return id === undefined ? [] : [{ seq, at, agreements: [id] }]
    })
    const computed = recompute(agreements, steps, remember(editsOf(changes)))
    const stored = await loadStandings(tx, [...ids.values()], true)
    const [is, should] = [new Set(stored.map(keyOf)), new Set(computed.map(keyOf))]
    if (repair) {
      await deleteStandings(tx)
      await storeStandings(tx, computed)
    }
    return {
      computed: computed.length,
      missing: computed.filter((item) => !is.has(keyOf(item))).length,
      surplus: stored.filter((item) => !should.has(keyOf(item))).length,
    }
  })
}
