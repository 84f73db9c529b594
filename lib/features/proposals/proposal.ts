import type { Effect, EffectStanding, JointEffect } from '@/lib/data/effects'
import type { ProposalRecord } from '@/lib/data/proposals'
import type { Problem } from '@/lib/errors'
import type { Cells } from '@/lib/schemas/proposal'
import type { ReviewRight } from './review-right'

/** What every step of a proposal answers: where it stands now. */
export interface ProposalStamp
  extends Pick<ProposalRecord, 'id' | 'kind' | 'subject' | 'state' | 'version'> {}

/** An acceptance: the change that was written, and the agreement that it is about. */
export interface AcceptedStamp extends ProposalStamp {
  change: number
  reference: string
}

/** What the asking account may do with a proposal now: what buttons to offer. */
export interface Allowed {
  edit: boolean
  submit: boolean
  withdraw: boolean
  review: boolean
  /** Accepting would be the author's own acceptance: theirs is the only account, and the record will say so for ever. */
  selfAcceptance: boolean
}

/** One field of an edit: what stood there when it was begun, what stands there now, what is proposed. */
export interface FieldVersions {
  path: string
  base: string
  current: string
  proposed: string
}

/** What is missing or wrong before it can be submitted, what is worth a second look, and what accepting it would do. */
export interface Preview {
  /** Located; none: it can be submitted. */
  problems: Problem[]
  /** Never in the way of anything. */
  warnings: Problem[]
  /** Null while there are problems. */
  effect: Effect | null
}

export interface ProposalDetail extends Preview {
  proposal: ProposalRecord
  /** Null of an account that there is none of: the terminal. */
  authorName: string | null
  reviewerName: string | null
  right: ReviewRight
  allowed: Allowed
  /** Of a target or rate that is open: what stands there now, as its row; null when nothing does. */
  held: Cells | null
  /** Of an edit: field by field. Empty for other kinds. */
  fields: FieldVersions[]
  /** The agreement has moved since the edit was begun: it must be looked through and saved again. */
  stale: boolean
}

/** Where a proposal stands, without what it says. */
export function stampOf({ id, kind, subject, state, version }: ProposalRecord): ProposalStamp {
  return { id, kind, subject, state, version }
}

/** What views show of an effect. */
export type PreviewedEffect = JointEffect
export type PreviewedStanding = EffectStanding
