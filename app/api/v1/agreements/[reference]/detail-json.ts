import { iso, unitOf } from '@/app/api/v1/amounts'
import { standingJson } from '@/lib/domain/standing-json'
import type { AgreementAt } from '@/lib/features/agreements/detail-at'
import type { AgreementDetail } from '@/lib/features/agreements/get-agreement'
import type { AgreementResponse, WholeResponse } from '@/lib/schemas/responses/agreement'

type Commitment = AgreementAt['commitments'][number]
type Fact = Commitment['claims'][number]
type Unit = ReturnType<typeof unitOf>

interface Cited {
  url: string | null
  publisher: string | null
  publishedOn: string | null
  language: string | null
}

function sourceJson({ url, publisher, publishedOn, language }: Cited) {
  return url === null ? null : { url, publisher, date: publishedOn, language }
}

function factJson(fact: Fact, unit: Unit) {
  return {
    quantity: unit.quantity(fact),
    asStated: fact.asStated,
    source: sourceJson(fact),
    note: fact.note,
    recordedAt: iso(fact.recordedAt),
  }
}

function commitmentJson(commitment: Commitment, counting: AgreementAt['counting']) {
  const { measure, scope, currency, standing, burnUp } = commitment
  const unit = unitOf(measure, currency)
  const lane = (name: 'reported' | 'verified') => ({
    ...standingJson(standing[name], measure, currency),
    counted: counting.find((row) => row.measure === measure && row.lane === name)?.counted ?? false,
    leftOut: counting.find((row) => row.measure === measure && row.lane === name)?.leftOut ?? null,
  })
  const dated = (fact: Fact) => ({ date: fact.onText, day: fact.on })
  return {
    measure,
    scope,
    currency,
    versions: commitment.versions.map((fact) => ({
      number: fact.number,
      kind: fact.kind,
      corrects: fact.corrects,
      effectiveOn: fact.onText,
      ...factJson(fact, unit),
      deadline: fact.deadline,
      deadlineAsStated: fact.deadlineAsStated,
      milestones: (fact.milestones ?? []).map(({ on, ...q }) => ({
        on,
        ...unit.quantity({ ...q, missing: null }),
      })),
    })),
    baselines: commitment.baselines.map((fact) => ({ ...dated(fact), ...factJson(fact, unit) })),
    observations: commitment.observations.map((fact) => ({
      dataDate: fact.on,
      ...dated(fact),
      kind: fact.observation,
      evidence: fact.evidence,
      perimeter: fact.perimeter,
      ...factJson(fact, unit),
    })),
    claims: commitment.claims.map((fact) => ({ ...dated(fact), ...factJson(fact, unit) })),
    standing: { reported: lane('reported'), verified: lane('verified') },
    burnUp: {
      path: burnUp.path?.map(({ day, value }) => ({ day, value: unit.amount(value) })) ?? null,
      reported: burnUp.reported.map((point) => ({ ...point, value: unit.amount(point.value) })),
      verified: burnUp.verified.map((point) => ({ ...point, value: unit.amount(point.value) })),
    },
  }
}

/** What an agreement says on both clocks, as published alone and in lists. */
export function wholeJson(at: AgreementAt): WholeResponse {
  const { description: d } = at
  return {
    reference: d.reference,
    version: d.version,
    title: d.title,
    type: d.type,
    binding: d.binding,
    sector: d.sector,
    region: d.region,
    place: d.place,
    summary: d.summary,
    notes: d.notes,
    signedOn: at.signedOn,
    signedBasis: d.signedBasis,
    start: at.start,
    lifecycle: at.lifecycle,
    parties: at.parties,
    signatories: at.signatories,
    commitments: at.commitments.map((one) => commitmentJson(one, at.counting)),
    events: at.events.map((event) => ({
      kind: event.kind,
      date: event.onText,
      day: event.on,
      reason: event.reason,
      asStated: event.asStated,
      source: sourceJson(event),
      recordedAt: iso(event.recordedAt),
    })),
    relations: at.relations,
    sources: d.sources.map(sourceJson),
    updatedAt: at.updatedAt,
  }
}

/** One agreement as published (contract, section 4). */
export function detailJson(detail: AgreementDetail): AgreementResponse {
  return {
    ...wholeJson(detail),
    asOf: detail.asOf,
    knownAt: iso(detail.knownAt),
    counting: detail.counting,
    history: detail.changes,
  }
}
