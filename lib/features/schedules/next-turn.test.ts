import { expect, test } from 'vitest'
import type { Rhythm } from '@/lib/domain/schedule'
import { nextTurn } from './next-turn'

const daily: Rhythm = { every: 'day' }
const monthly: Rhythm = { every: 'month', monthDay: 31 }
const sundays: Rhythm = { every: 'week', weekday: 7 }

// In 2026 clocks in Morocco are at UTC+1 but from 15 February 03:00 to 22 March 02:00 (Ramadan), at UTC.
test.each<[string, Rhythm, number, string, string]>([
  ['08:00 is 07:00 UTC', daily, 8, '2026-02-13T10:00:00Z', '2026-02-14T07:00:00.000Z'],
  ['in Ramadan 08:00 is 08:00 UTC', daily, 8, '2026-02-14T10:00:00Z', '2026-02-15T08:00:00.000Z'],
  ['after it 07:00 UTC again', daily, 8, '2026-03-21T10:00:00Z', '2026-03-22T07:00:00.000Z'],
  [
    'the hour that comes twice: the first',
    daily,
    2,
    '2026-02-14T12:00:00Z',
    '2026-02-15T01:00:00.000Z',
  ],
  ['and not once more an hour later', daily, 2, '2026-02-15T01:00:00Z', '2026-02-16T02:00:00.000Z'],
  [
    'the hour that is skipped: the one after',
    daily,
    2,
    '2026-03-21T12:00:00Z',
    '2026-03-22T02:00:00.000Z',
  ],
  [
    'today, when the hour is still ahead',
    daily,
    18,
    '2026-11-24T10:00:00Z',
    '2026-11-24T17:00:00.000Z',
  ],
  [
    'a turn is followed by the next, never by itself',
    daily,
    18,
    '2026-11-24T17:00:00Z',
    '2026-11-25T17:00:00.000Z',
  ],
  [
    'midnight belongs to the day it begins',
    daily,
    0,
    '2026-11-24T10:00:00Z',
    '2026-11-24T23:00:00.000Z',
  ],
  [
    'the 31st is the last day of November',
    monthly,
    9,
    '2026-11-24T10:00:00Z',
    '2026-11-30T08:00:00.000Z',
  ],
  ['and then of December', monthly, 9, '2026-11-30T08:00:00Z', '2026-12-31T08:00:00.000Z'],
  ['of February, in Ramadan', monthly, 9, '2026-01-31T10:00:00Z', '2026-02-28T09:00:00.000Z'],
  ['of March, after it', monthly, 9, '2026-02-28T09:00:00Z', '2026-03-31T08:00:00.000Z'],
  ['the last hour of a year', monthly, 23, '2026-12-31T12:00:00Z', '2026-12-31T22:00:00.000Z'],
  [
    'a Sunday on which Ramadan begins',
    sundays,
    8,
    '2026-02-10T10:00:00Z',
    '2026-02-15T08:00:00.000Z',
  ],
])('%s', (_, rhythm, hour, after, turn) => {
  expect(new Date(nextTurn(rhythm, hour, Date.parse(after))).toISOString()).toBe(turn)
})
