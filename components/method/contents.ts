/** The paragraphs of the method by group. Each is the anchor of one published figure: /method#promised. */
export const METHOD_GROUPS = [
  { group: 'groupReading', sections: ['clocks', 'rounding', 'quantities'] },
  {
    group: 'groupPromise',
    sections: ['deadline', 'start', 'measures', 'baseline', 'amendments', 'slippage'],
  },
  { group: 'groupReport', sections: ['observations', 'evidence', 'freshness', 'report-due'] },
  {
    group: 'groupAgreement',
    sections: [
      'expected',
      'pace',
      'rates',
      'projection',
      'range',
      'stretch',
      'status',
      'early-reading',
      'lifecycle',
    ],
  },
  {
    group: 'groupPortfolio',
    sections: [
      'counting',
      'sets',
      'promised',
      'gross',
      'reporting',
      'progress',
      'coverage',
      'of-all',
      'apart',
      'status-mix',
      'funnel',
      'series',
      'money',
      'cohort',
      'verdict',
      'gap',
      'shortfall',
      'changes',
    ],
  },
] as const

export type MethodSection = (typeof METHOD_GROUPS)[number]['sections'][number]

/** Formulas in the method's own signs: S start, B baseline, T target, c created, e expected, R reporting. */
export const FORMULAS: Partial<Record<MethodSection, string[]>> = {
  measures: ['T = v − B'],
  slippage: ['days(due₁, due)', 'T ÷ T₁'],
  observations: ['c = headcount − B'],
  expected: ['e(d) = T × days(S, d) ÷ days(S, due)'],
  pace: ['pace = c ÷ e(dᵣ)', 'gap = c − e(dᵣ)'],
  rates: [
    'average = cₙ ÷ days(S, dₙ)',
    'recent = (cₙ − cₖ) ÷ days(dₖ, dₙ)',
    'required = (T − cₙ) ÷ days(dₙ, due)',
  ],
  projection: ['dₙ + ⌈(T − cₙ) ÷ recent⌉', 'cₙ + recent × days(dₙ, due)'],
  stretch: ['required ÷ max(pace)'],
  promised: ['P = Σ T'],
  progress: ['Σ c ÷ Σ T  (R)'],
  coverage: ['Σ T (R) ÷ P'],
  'of-all': ['Σ c (R) ÷ P'],
  gap: ['Σ (c − e(dᵣ))'],
  changes: ['Σ effects = P₂ − P₁'],
  shortfall: ['e(dᵣ) − c', 'T − c  (asOf > due)'],
}
