import { parseDeadline } from '@/lib/domain/literal'
import type { Deadline, IsoDate, Quantity } from '@/lib/domain/types'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'

export type Commitment = AgreementDetail['commitments'][number]
export type Version = Commitment['versions'][number]
export type Report = Commitment['observations'][number]
export type Statement = Commitment['claims'][number]

/** The quantity of a statement as it was made. */
export function quantityOf({ comparator, low, high, missing }: Quantity): Quantity {
  return { comparator, low, high, missing }
}

/** The deadline of a statement; null without one. */
export function deadlineOf({ deadline }: Pick<Statement, 'deadline'>): Deadline | null {
  const parsed = deadline === null ? null : parseDeadline(deadline)
  return parsed?.ok ? parsed.value : null
}

/** A version as its last correction states it (method, section 10). */
export function asCorrected(versions: readonly Version[], version: Version): Version {
  return versions.findLast((other) => other.corrects === version.number) ?? version
}

/** The first promise, and the version that holds now: the amendment with the latest day, the last recorded of that day. */
export function promisesOf(versions: readonly Version[]): {
  original: Version | null
  current: Version | null
} {
  const original = versions.find(({ kind }) => kind === 'original') ?? null
  const amendments = versions.filter(({ kind }) => kind === 'amendment')
  const latest = amendments.reduce<IsoDate>((day, { on }) => (on && on > day ? on : day), '')
  const current = amendments.findLast(({ on }) => (on ?? '') === latest) ?? original
  return { original, current }
}
