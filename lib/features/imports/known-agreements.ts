import type { Db } from '@/lib/data/client'
import { idsOf, type LedgerAgreement, loadAgreements } from '@/lib/data/ledger'
import type { Ledger } from '@/lib/data/plans/plan'

/** Agreements, and statements of them, that are kept at a time: some fifty megabytes. */
const MOST_KEPT = 40_000

function weightOf(agreement: LedgerAgreement | null): number {
  return (agreement?.commitments ?? []).reduce((all, { facts }) => all + facts.length, 1)
}

/** The agreements that the parts of a long file name. Those met last are kept, since the next part may name them again. */
export class KnownAgreements {
  readonly #kept = new Map<string, LedgerAgreement | null>()
  #weight = 0

  /** The agreements of the ledger among these references. */
  async named(db: Db, references: readonly string[]): Promise<Ledger> {
    const found = new Map<string, LedgerAgreement>()
    const unmet: string[] = []
    for (const reference of references) {
      const kept = this.#kept.get(reference)
      if (kept === undefined) unmet.push(reference)
      else this.#keep(reference, kept)
      if (kept) found.set(reference, kept)
    }
    const ids = unmet.length === 0 ? new Map<string, number>() : await idsOf(db, unmet)
    const agreements = ids.size === 0 ? [] : await loadAgreements(db, [...ids.values()])
    const loaded = new Map(agreements.map((agreement) => [agreement.reference, agreement]))
    for (const reference of unmet) {
      const agreement = loaded.get(reference)
      this.#keep(reference, agreement ?? null)
      if (agreement) found.set(reference, agreement)
    }
    return found
  }

  // A map gives its entries in the order in which they were set: the first is the one met longest ago.
  #keep(reference: string, agreement: LedgerAgreement | null): void {
    if (!this.#kept.delete(reference)) this.#weight += weightOf(agreement)
    this.#kept.set(reference, agreement)
    for (const [first, oldest] of this.#kept) {
      if (this.#weight <= MOST_KEPT) break
      this.#kept.delete(first)
      this.#weight -= weightOf(oldest)
    }
  }
}
