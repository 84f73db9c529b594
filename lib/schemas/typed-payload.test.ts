import { describe, expect, it } from 'vitest'
import type { Cells } from './proposal'
import { literalPayload } from './typed-payload'

const sourced = { source_url: 'https://example.org/article' }
const of = (cells: Cells) => ({ cells: { ...sourced, ...cells }, claims: [], commitments: [] })
const unstated = { jobs_missing: 'not_stated', amount_missing: 'not_stated' }

describe('what people type becomes what a file would say', () => {
  it('reads an agreement in French', () => {
    const { payload, problems } = literalPayload(
      'agreement',
      of({
        title: 'Inetum',
        jobs: 'plus de 1 500 emplois',
        deadline: 'd’ici fin 2027',
        signed_on: '29 avril 2024',
        baseline_headcount: 'environ 800',
        amount: 'plus de 50 MDH',
        currency: '',
        milestones: 'fin 2025=700',
      }),
      null,
    )
    expect(problems).toEqual([])
    expect(payload.cells).toEqual({
      ...sourced,
      title: 'Inetum',
      jobs: '>1500',
      deadline: 'end of 2027',
      signed_on: '2024-04-29',
      baseline_headcount: '~800',
      amount: '>50000000',
      currency: 'MAD',
      milestones: '2025-12-31=700',
    })
  })

  it('leaves literals as they are', () => {
    const cells = {
      measure: 'net_new_jobs',
      quantity: '>=1500',
      deadline: 'by 2027',
      effective_on: '2025-03',
      milestones: '2026-06-30=>700',
    }
    expect(literalPayload('amendment', of(cells), null)).toEqual({
      payload: of(cells),
      problems: [],
    })
  })

  it('keeps what it cannot read and says where', () => {
    const { payload, problems } = literalPayload(
      'agreement',
      of({
        ...unstated,
        baseline_headcount: '-5',
        signed_on: '2027-02-30',
        milestones: 'un jour=700',
      }),
      null,
    )
    expect(payload.cells).toMatchObject({ baseline_headcount: '-5', signed_on: '2027-02-30' })
    expect(problems.map(({ path }) => path)).toEqual([
      'signed_on',
      'baseline_headcount',
      'milestones.0.on',
    ])
  })

  it('reads an invested amount in the currency of the promise', () => {
    const report = { kind: 'invested_cumulative', value: '12,5 millions', data_date: 'juin 2026' }
    expect(literalPayload('report', of(report), 'EUR').payload.cells).toMatchObject({
      value: '12500000',
      data_date: '2026-06',
    })
  })

  it('does not choose between two currencies', () => {
    const { problems } = literalPayload(
      'agreement',
      of({ jobs_missing: 'not_stated', amount: '50 millions d’euros', currency: 'MAD' }),
      null,
    )
    expect(problems).toEqual([
      {
        path: 'currency',
        code: 'currency_typed_differs',
        values: { typed: 'EUR', given: 'MAD' },
      },
    ])
  })

  it('says at once what is missing', () => {
    const empty = { cells: { source_url: ' ' }, claims: [], commitments: [] }
    expect(literalPayload('agreement', empty, null).problems.map(({ path }) => path)).toEqual([
      'source_url',
      'jobs',
      'amount',
    ])
    expect(literalPayload('event', empty, null).problems.map(({ path }) => path)).toEqual([
      'source_url',
    ])
  })
})
