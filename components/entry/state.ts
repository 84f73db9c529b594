import type { AgreementProposal } from '@/lib/domain/types'
import type { Problem } from '@/lib/errors'
import type { Preview } from '@/lib/features/proposals/proposal'
import type { Fields } from '@/lib/schemas/entry-rows'

/** What the person at the form wants: `more:signatories` one more row, `accept:2` the third proposal of the article. */
export type Intent =
  | 'keep'
  | 'save'
  | 'submit'
  | 'resolve'
  | 'read'
  | `more:${string}`
  | `accept:${number}`

export const OUTCOMES = [
  'kept',
  'refused',
  'submitted',
  'conflict',
  'moved',
  'overtaken',
  'signedOut',
  'forbidden',
  'unavailable',
  'tooLarge',
] as const
/** What became of the last request; null before the first. */
export type Outcome = (typeof OUTCOMES)[number]

/** What accepting an entry does to each promise, in both lanes. */
export type Standings = NonNullable<Preview['effect']>['standings']

/** A form and what the server knows of it. It travels with every request, so the server trusts none of it. */
export interface EntryState {
  kind: AgreementProposal
  reference: string | null
  /** The currency that the agreement at hand promises in; null where there is none, or the form says it itself. */
  currency: string | null
  /** Of an edit: the version of the record that was on the screen. */
  recordVersion: number | null
  /** The draft; null until something was kept. */
  id: string | null
  version: number
  /** Makes one draft of a form that is sent twice. */
  key: string
  /** What stands in the fields. */
  fields: Fields
  /** The fields as they were last saved: what both sides of a conflict began from. */
  base: Fields
  problems: Problem[]
  warnings: Problem[]
  standings: Standings
  /** A submission was refused: errors stand at their fields from now on. */
  checked: boolean
  outcome: Outcome | null
  /** What somebody else saved meanwhile; with `baseVersion`, in the record that an edit changes. */
  theirs: { version: number; fields: Fields; baseVersion: number | null } | null
  /** The address that shows what became of it. */
  next: string | null
  keptAt: number | null
}

export type EntryAction = (before: EntryState, form: FormData) => Promise<EntryState>

/** Fields that steer a request and say nothing about an agreement. */
export const STEERING = /^(\$|intent$|scripted$|upload$|choose\.)/

/** The id of the control of a field: what lists of errors link to. */
export function controlId(path: string): string {
  return `field-${path.replaceAll('.', '-')}`
}
