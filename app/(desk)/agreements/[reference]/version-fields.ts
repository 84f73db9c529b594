import {
  asCorrected,
  type Commitment,
  promisesOf,
  quantityOf,
  type Version,
} from '@/components/agreement/detail'
import { printQuantityLiteral, type Unit } from '@/lib/domain/literal'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import type { Fields } from '@/lib/schemas/entry-rows'

/** The commitment that the address names, else the first. */
export function commitmentOf(
  { commitments }: AgreementDetail,
  measure: string | string[] | undefined,
): Commitment | undefined {
  return commitments.find((one) => one.measure === measure) ?? commitments[0]
}

/** Originals and amendments: what a correction can correct. */
export function correctable({ versions }: Commitment): Version[] {
  return versions.filter(({ kind, retracted }) => kind !== 'correction' && retracted === null)
}

/** The version that the address names, else the one in force. */
export function versionOf(
  commitment: Commitment,
  number: string | string[] | undefined,
): Version | null {
  const named = correctable(commitment).find((one) => String(one.number) === number)
  return named ?? promisesOf(commitment.versions).current
}

/** A version's whole promise as the fields of a form: every version states it anew (method, section 10). */
export function versionFields(commitment: Commitment, version: Version): Fields {
  const content = asCorrected(commitment.versions, version)
  const unit: Unit =
    commitment.measure === 'investment' ? { currency: commitment.currency ?? 'MAD' } : 'persons'
  const milestones = (content.milestones ?? []).flatMap(
    ({ on, comparator, low, high }, index): [string, string][] => [
      [`milestones.${index}.on`, on],
      [
        `milestones.${index}.quantity`,
        printQuantityLiteral({ comparator, low, high, missing: null }, unit),
      ],
    ],
  )
  return {
    measure: commitment.measure,
    quantity: printQuantityLiteral(quantityOf(content), unit),
    deadline: content.deadline ?? '',
    ...Object.fromEntries(milestones),
  }
}
