/** What a call may be tried with: values of its parameters, and its body. */
interface Example {
  parameters?: Record<string, string>
  body?: object
}

const SOURCE = { source_url: 'https://example.org/article', source_date: '2026-03-02' }

/** By the name of the call. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  getAgreements: { parameters: { status: 'BEHIND', limit: '5' } },
  getAgreementsByReference: { parameters: { reference: 'ALTEN-2022' } },
  getAgreementsByReferenceHistory: { parameters: { reference: 'ALTEN-2022' } },
  getSummary: { parameters: { asOf: '2025-12-31' } },
  getNames: { parameters: { q: 'alten' } },
  postStanding: {
    body: {
      asOf: '2026-01-01',
      commitment: {
        measure: 'net_new_jobs',
        start: '2024-04-29',
        baseline: 800,
        versions: [
          { kind: 'original', comparator: 'eq', value: 1500, due: '2027', preposition: 'by' },
        ],
      },
      observations: [
        { dataDate: '2025-12-31', kind: 'headcount', value: 1050, evidence: 'documented' },
      ],
    },
  },
  postAgreements: {
    body: {
      title: 'A plant in Kénitra',
      ...{ type: 'mou', binding: 'unknown', company: 'Acme', signed_on: '2026-02-27' },
      ...{ sector: 'rail', region: 'MA-04', jobs_measure: 'net_new_jobs', jobs_scope: 'direct' },
      ...{ jobs: '>1000', deadline: 'by 2027', amount_missing: 'not_stated', ...SOURCE },
    },
  },
  patchAgreementsByReference: {
    parameters: { reference: 'ALTEN-2022', 'If-Match': '"1"' },
    body: { place: 'Fès', reason: 'The annex names the town' },
  },
  postAgreementsByReferenceReports: {
    parameters: { reference: 'ALTEN-2022' },
    body: {
      ...{ data_date: '2026-06-30', kind: 'headcount', value: '>=2000' },
      ...{ evidence: 'documented', ...SOURCE },
    },
  },
  postAgreementsByReferenceAmendments: {
    parameters: { reference: 'ALTEN-2022' },
    body: {
      ...{ measure: 'net_new_jobs', kind: 'amendment', effective_on: '2026-03-01' },
      ...{ quantity: '1200', deadline: 'by 2028', reason: 'A new site', ...SOURCE },
    },
  },
  postAgreementsByReferenceEvents: {
    parameters: { reference: 'ALTEN-2022' },
    body: { kind: 'suspended', on: '2026-03', reason: 'Works stopped', ...SOURCE },
  },
  patchProposalsById: { parameters: { 'If-Match': '"1"' }, body: { place: 'Fès' } },
  postProposalsByIdReturn: {
    parameters: { 'If-Match': '"2"' },
    body: { note: 'Which page says so?', field: 'jobs' },
  },
  postProposalsAccept: {
    body: { items: [{ id: '00000000-0000-4000-8000-000000000000', version: 2 }] },
  },
  postChangesBySeqUndo: { body: { reason: 'Entered twice' } },
  postKeptReports: {
    body: { title: 'Due in 2027', file: 'agreements', query: 'dueYear=2027&asOf=2025-12-31' },
  },
  postWebhooks: {
    body: { url: 'https://example.org/hook', events: ['report.accepted', 'status.changed'] },
  },
}
