import type { AgreementHistory, RelationFact } from '@/lib/domain/types'
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
  const c = standingCaseOf(body)
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
