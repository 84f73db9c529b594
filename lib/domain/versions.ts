import { dueEarlyOf, dueOf, isYearOnly } from './deadline'
import { BEGINNING } from './iso-date'
import { byRecording, isKnown, lastBy } from './known'
import { levelOffset, type Target, trackedTarget } from './target'
import type { Instant, IsoDate, Quantity, StandingCase, Version } from './types'

export interface Point {
  day: IsoDate
  value: bigint
}

/** What one version promises, in the terms of the method. Values in persons or minor units. */
export interface Terms {
  /** First day on which this version is in force. */
  from: IsoDate
  quantity: Quantity
  target: Target
  due: IsoDate | null
  dueEarly: IsoDate | null
  yearOnly: boolean
  milestones: Point[]
}

export interface NumberedVersion extends Version {
  number: number
}

/** The terms of a case: those of the original, and every one in force on some day up to asOf, in order. */
export interface Promised {
  original: Terms | null
  timeline: Terms[]
}

function corrected(version: NumberedVersion, known: readonly NumberedVersion[]): Version {
  const corrections = known.filter((other) => other.corrects === version.number)
  return lastBy(corrections, byRecording) ?? version
}

function termsOf(content: Version, from: IsoDate, c: StandingCase): Terms {
  const { quantity, deadline } = content
  const offset = levelOffset(c)
  return {
    from,
    quantity,
    target: trackedTarget(quantity, c),
    due: deadline && dueOf(deadline),
    dueEarly: deadline && dueEarlyOf(deadline),
    yearOnly: deadline !== null && isYearOnly(deadline),
    milestones: content.milestones.map((milestone) => ({
      day: dueOf(milestone.deadline),
      value: milestone.value - offset,
    })),
  }
}

function inForceFrom(version: Version): IsoDate {
  return version.kind === 'amendment' ? (version.effectiveOn ?? BEGINNING) : BEGINNING
}

/** The versions known at knownAt with their numbers as listed; an amendment is never known before its original (method, section 10). */
export function knownVersions({
  versions,
  knownAt,
}: Pick<StandingCase, 'versions' | 'knownAt'>): NumberedVersion[] {
  const numbered = versions.map((version, index) => ({ ...version, number: index + 1 }))
  const original = numbered.find((version) => version.kind === 'original')
  if (original && !wasRecorded(original, knownAt)) return []
  return numbered.filter((version) => isKnown(version, knownAt))
}

function wasRecorded(version: Version, knownAt: Instant | null): boolean {
  return knownAt === null || version.recordedAt === null || version.recordedAt <= knownAt
}

/** What is promised at (asOf, knownAt), corrections applied and amendments in the order of their days, one a day (method, section 10). */
export function promiseAt(c: StandingCase): Promised {
  const known = knownVersions(c)
  const terms = (version: NumberedVersion) =>
    termsOf(corrected(version, known), inForceFrom(version), c)
  const inForce = known.filter((v) => v.kind !== 'correction' && inForceFrom(v) <= c.asOf)
  const days = [...new Set(inForce.map(inForceFrom))].sort()
  const timeline = days.map((day) => {
    const winner = lastBy(
      inForce.filter((version) => inForceFrom(version) === day),
      byRecording,
    )
    return winner && terms(winner)
  })
  const original = known.find((version) => version.kind === 'original')
  return {
    original: original ? terms(original) : null,
    timeline: timeline.filter((entry) => entry !== null),
  }
}
