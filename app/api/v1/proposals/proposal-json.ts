import type { ProposalDetail } from '@/lib/features/proposals/proposal'
import { explainedProblems } from '@/lib/http'

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

/** A proposal as the API gives it: the row as its POST body would be, lists as literals. */
export function proposalJson(proposal: ProposalDetail['proposal']) {
  const { payload, createdAt, submittedAt, updatedAt, base: _base, ...same } = proposal
  const { cells, claims, commitments } = payload
  return {
    ...same,
    createdAt: instant(createdAt),
    submittedAt: instant(submittedAt),
    updatedAt: instant(updatedAt),
    payload: {
      ...cells,
      ...(claims.length > 0 && { claims }),
      ...(commitments.length > 0 && { commitments }),
    },
  }
}

/** A proposal with what is missing, what it would do, and what the asking account may do with it. */
export function detailJson(detail: ProposalDetail, request: Request) {
  const { proposal, problems, warnings, ...rest } = detail
  return {
    ...proposalJson(proposal),
    ...rest,
    problems: explainedProblems(problems, request),
    warnings: explainedProblems(warnings, request),
  }
}
