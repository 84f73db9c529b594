import { endOfDay } from '@/lib/clock'
import { InvalidInput } from '@/lib/errors'
import type { AgreementHistory, RelationFact, StandingCase } from '@/lib/domain/types'
import { RELATION_KINDS } from '@/lib/domain/types'
import { standingCaseOf } from '@/lib/schemas/standing'

/** One agreement of vectors/portfolio.json: the body of a standing with a reference, a start and relations. */
export interface VectorAgreement {
  reference: string
  start: string | null
  lifecycle: string
  relations: string[][]
  commitment: unknown
  observations: unknown
}

/** The case that a body of the vectors describes. Throws InvalidInput when it is not valid. */
export function caseOf(body: unknown): StandingCase {
  return standingCaseOf(body, endOfDay)
}

/** The case that a body describes, null when it is refused with its problems. */
export function acceptedCaseOf(body: unknown): StandingCase | null {
  try {
    return standingCaseOf(body, endOfDay)
  } catch (error) {
    if (error instanceof InvalidInput) return null
    throw error
  }
}

const ALWAYS = { recordedAt: null, retractedAt: null }

function relationOf([code, to]: readonly string[]): RelationFact {
  const kind = RELATION_KINDS.find((candidate) => candidate === code)
  if (!kind || !to) throw new RangeError(`not a relation: ${code} ${to}`)
  return { kind, to, ...ALWAYS }
}

/** The ledger's view of one agreement of the portfolio vectors. Throws InvalidInput when its commitment is not valid. */
export function agreementOf(agreement: VectorAgreement): AgreementHistory {
  const { reference, start, lifecycle, commitment, observations } = agreement
  const body = { asOf: '2026-03-31', lifecycle, commitment, observations }
  const c = caseOf(body)
  const { measure, scope, currency, baseline, versions } = c
  const baselines = baseline ? [{ ...baseline, ...ALWAYS }] : []
  return {
    reference,
    events: [
      { kind: 'signature', on: start, ...ALWAYS },
      { kind: c.lifecycle, on: null, ...ALWAYS },
    ],
    relations: agreement.relations.map(relationOf),
    commitments: [{ measure, scope, currency, baselines, versions, observations: c.observations }],
    ...ALWAYS,
  }
}
