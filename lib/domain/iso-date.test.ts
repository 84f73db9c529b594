import { describe, expect, it } from 'vitest'
import { addDays, days, isIsoDate, lastDayOfMonth } from './iso-date'

describe('calendar days', () => {
  it('2024-02-28 to 2024-03-01 is two days, because 2024 has a 29 February', () => {
    expect(days('2024-02-28', '2024-03-01')).toBe(2)
  })
  it('2023-02-28 to 2023-03-01 is one day', () => {
    expect(days('2023-02-28', '2023-03-01')).toBe(1)
  })
  it('1900 has no 29 February, 2000 has one', () => {
    expect([isIsoDate('1900-02-29'), isIsoDate('2000-02-29')]).toEqual([false, true])
  })
  it.each(['2027-02-30', '2027-13-01', '2027-00-10', '2027-04-31', '2027-4-1', '27-04-01', ''])(
    '%s is not a day',
    (text) => {
      expect(isIsoDate(text)).toBe(false)
    },
  )
  it('the day before 2027-01-01 is 2026-12-31', () => {
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  })
  it('2024-04-29 + 1,341 days is 2027-12-31', () => {
    expect(addDays('2024-04-29', 1341)).toBe('2027-12-31')
    expect(days('2024-04-29', '2027-12-31')).toBe(1341)
  })
  it('months end on their own last day', () => {
    expect([lastDayOfMonth(2024, 2), lastDayOfMonth(2026, 11), lastDayOfMonth(2027, 12)]).toEqual([
      '2024-02-29',
      '2026-11-30',
      '2027-12-31',
    ])
  })
})
