import { expect, test } from 'vitest'
import { type Rhythm, turnFrom } from './schedule'

const monday: Rhythm = { every: 'week', weekday: 1 }
const sunday: Rhythm = { every: 'week', weekday: 7 }
const on = (monthDay: number): Rhythm => ({ every: 'month', monthDay })

test.each<[string, Rhythm, string, string]>([
  ['every day is today', { every: 'day' }, '2026-11-24', '2026-11-24'],
  ['Monday from a Tuesday is the next week’s', monday, '2026-11-24', '2026-11-30'],
  ['Monday from a Monday is that day', monday, '2026-11-30', '2026-11-30'],
  ['Sunday over the turn of a year', sunday, '2026-12-29', '2027-01-03'],
  ['the 5th is still ahead', on(5), '2026-11-04', '2026-11-05'],
  ['the 5th has passed', on(5), '2026-11-06', '2026-12-05'],
  ['the 31st of November is the 30th', on(31), '2026-11-24', '2026-11-30'],
  ['the 31st of a short February', on(31), '2027-02-01', '2027-02-28'],
  ['the 30th of a leap February', on(30), '2028-02-01', '2028-02-29'],
  ['after the last day comes the next month’s', on(31), '2026-12-01', '2026-12-31'],
  ['the 1st over the turn of a year', on(1), '2026-12-02', '2027-01-01'],
])('%s', (_, rhythm, from, turn) => {
  expect(turnFrom(rhythm, from)).toBe(turn)
})
