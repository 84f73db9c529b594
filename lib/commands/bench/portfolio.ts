import { type Row, rowOf } from '@/lib/commands/demo/row'
import { REGIONS, SECTORS } from '@/lib/domain/types'

const COMPANIES_PER_AGREEMENT = 0.6
const PROMISED = [80, 150, 400, 1_200, 3_000]

/** Agreement number `index` of the benchmark: like the shipped ones in length and kind, another company every other time. */
export function benchAgreement(index: number): Row {
  const year = 2018 + (index % 9)
  const month = String(1 + (index % 12)).padStart(2, '0')
  const jobs = (PROMISED[index % PROMISED.length] ?? 100) + (index % 37)
  const company = `Atlas Components ${Math.floor(index * COMPANIES_PER_AGREEMENT)}`
  return rowOf('agreements', {
    reference: referenceOf(index),
    title: `${company}: ${jobs} jobs and a plant in its region`,
    type: 'investment_agreement',
    binding: 'binding',
    company,
    government_parties: `Ministry of Industry;Regional Centre ${index % 12}`,
    signatories: `government|signed|Minister ${index % 9}|Minister of Industry;company|signed|Director ${index}|Chief executive`,
    signed_on: `${year}-${month}-15`,
    signed_basis: 'stated',
    sector: SECTORS[index % SECTORS.length] ?? '',
    region: REGIONS[index % REGIONS.length] ?? '',
    place: 'Kenitra',
    summary:
      'A plant for components with its training centre, in two phases, on a site of the region.',
    jobs_measure: 'net_new_jobs',
    jobs_scope: 'direct',
    jobs: String(jobs),
    jobs_as_stated: `${jobs} emplois directs`,
    deadline: `by ${year + 3}`,
    deadline_as_stated: `à l’horizon ${year + 3}`,
    baseline_headcount: '120',
    baseline_date: `${year}-${month}-01`,
    baseline_as_stated: '120 collaborateurs',
    amount: String(jobs * 450_000),
    currency: 'MAD',
    amount_as_stated: `${jobs * 450_000} dirhams`,
    lifecycle: 'signed',
    source_url: `https://example.org/agreements/${index}`,
    source_publisher: 'Ministry of Industry',
    source_date: `${year}-${month}`,
    source_language: 'fr',
  })
}

/** Reports of agreement number `index`, so many years after it was signed. */
export function benchReports(index: number, after: readonly number[]): Row[] {
  const year = 2018 + (index % 9)
  return after.map((years) =>
    rowOf('reports', {
      reference: referenceOf(index),
      data_date: `${year + years}-06-30`,
      kind: 'headcount',
      value: String(120 + years * 60 + (index % 50)),
      evidence: years === 1 ? 'self_reported' : 'verified',
      as_stated: `${120 + years * 60 + (index % 50)} collaborateurs`,
      perimeter: 'Morocco',
      source_url: `https://example.org/reports/${index}/${years}`,
      source_publisher: 'The company',
      source_date: `${year + years}-09`,
    }),
  )
}

function referenceOf(index: number): string {
  return `BENCH-${String(index).padStart(6, '0')}`
}
