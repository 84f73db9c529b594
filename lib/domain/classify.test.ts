import { describe, expect, test } from 'vitest'
import { type Classifiable, classify } from './classify'

const REPORTED: Classifiable = {
  lifecycle: 'in_force',
  status: 'ON_TRACK',
  freshness: 'FRESH',
  target: 1000n,
  created: 400n,
}

describe('to which sets a member belongs', () => {
  test.each<[string, Partial<Classifiable>, boolean, boolean, string | null]>([
    ['a fresh report', {}, true, true, 'reporting'],
    ['an ageing report', { freshness: 'AGEING' }, true, true, 'reporting'],
    ['a stale report', { freshness: 'STALE', status: 'OUT_OF_DATE' }, true, false, 'notReporting'],
    ['a promise met long ago', { freshness: 'LAPSED', status: 'MET' }, true, true, 'reporting'],
    ['one met late', { freshness: 'STALE', status: 'MET_LATE' }, true, true, 'reporting'],
    ['no deadline, a fresh report', { status: 'NO_DEADLINE' }, true, true, 'reporting'],
    ['no report', { created: null, status: 'NO_REPORT' }, true, false, 'notReporting'],
    ['suspended', { lifecycle: 'suspended', status: 'INACTIVE' }, true, false, 'notReporting'],
    ['not measurable with a T', { status: 'NOT_MEASURABLE' }, true, false, 'notMeasurable'],
    ['not measurable, no T', { status: 'NOT_MEASURABLE', target: null }, true, false, null],
    ['no commitment', { status: null, target: null, created: null }, true, false, null],
    ['terminated', { lifecycle: 'terminated', status: 'INACTIVE' }, false, false, 'terminated'],
    ['withdrawn', { lifecycle: 'withdrawn', status: 'INACTIVE' }, false, false, 'terminated'],
    ['superseded', { lifecycle: 'superseded', status: 'INACTIVE' }, false, false, 'terminated'],
    ['completed', { lifecycle: 'completed' }, true, true, 'reporting'],
  ])('%s', (_, facts, live, reporting, bucket) => {
    expect(classify({ ...REPORTED, ...facts })).toEqual({ live, reporting, bucket })
  })
})
