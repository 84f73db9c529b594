import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDay, readDeadline } from './deadline'

function said(reading: ReturnType<typeof readDeadline> | ReturnType<typeof readDay>): string {
  if (!reading.ok) return `✗ ${reading.code}`
  return [reading.literal, ...reading.doubts.map(({ code }) => `?${code}`)].join(' ')
}

describe('deadlines, as people write them', () => {
  test.each([
    ['by 2027', 'by 2027'],
    ['before 2027', 'before 2027'],
    ['in 2026-H1', 'in 2026-H1'],
    ['end of 2027', 'end of 2027'],
    ['end_of 2027', 'end of 2027'],
    ['2027-06-30', '2027-06-30'],
    ['by 2027-Q3', 'by 2027-Q3'],
    ['before 2027-06', 'before 2027-06'],
    ["d'ici 2027", 'by 2027'],
    ['d’ici fin 2027', 'end of 2027'],
    ["d'ici à la fin de l'année 2027", 'end of 2027'],
    ["d'ici le premier semestre 2026", 'by 2026-H1'],
    ['avant 2027', 'before 2027'],
    ['avant fin 2027', 'end of 2027'],
    ['avant le 30 juin 2027', 'before 2027-06-30'],
    ['en 2026', 'in 2026'],
    ['au T3 2025', 'in 2025-Q3'],
    ['au premier semestre de 2026', 'in 2026-H1'],
    ['fin du premier semestre 2026', 'end of 2026-H1'],
    ['fin juin 2027', 'end of 2027-06'],
    ['au plus tard le 30/06/2027', '2027-06-30'],
    ['au plus tard en 2027', 'end of 2027'],
    ['31 décembre 2027', '2027-12-31'],
    ['by December 31, 2027', '2027-12-31'],
    ['by the end of 2027', 'end of 2027'],
    ['by year-end 2027', 'end of 2027'],
    ['in the first quarter of 2027', 'in 2027-Q1'],
    ['at the end of Q2 2026', 'end of 2026-Q2'],
    ['no later than June 2027', 'end of 2027-06'],
    ['by Sept 2026', 'by 2026-09'],
    ['December 2026 at the latest', 'end of 2026-12'],
    ['بحلول سنة 2027', 'by 2027'],
    ['بحلول نهاية 2027', 'end of 2027'],
    ['قبل 2027', 'before 2027'],
    ['قبل متم سنة ٢٠٢٧', 'end of 2027'],
    ['بحلول يونيو 2028', 'by 2028-06'],
    ['30 شتنبر 2026', '2026-09-30'],
    ['خلال النصف الأول من سنة 2026', 'in 2026-H1'],
    ['400.000 postes d’ici 2026', 'by 2026'],
  ])('%s: %s', (text, expected) => {
    expect(said(readDeadline(text))).toBe(expected)
  })

  test.each([
    ["à l'horizon 2030", 'by 2030 ?horizon'],
    ['à horizon 2026', 'by 2026 ?horizon'],
    ['في أفق سنة 2030', 'by 2030 ?horizon'],
    ['jusqu’en 2026', 'end of 2026 ?until_inclusive'],
    ['until 2026', 'end of 2026 ?until_inclusive'],
    ['2027', 'by 2027 ?preposition_assumed'],
    ['T3 2025', 'by 2025-Q3 ?preposition_assumed'],
    ['premier semestre 2026', 'by 2026-H1 ?preposition_assumed'],
    ['غشت 2026', 'by 2026-08 ?preposition_assumed'],
    ['la période 2023 2027', 'end of 2027 ?period_range'],
    ['entre 2023 et 2027', 'end of 2027 ?period_range'],
    ['from 2023 to 2027', 'end of 2027 ?period_range'],
    ['خلال الفترة 2023-2027', 'end of 2027 ?period_range'],
    ['2023-27', 'end of 2027 ?period_range'],
    ['by mid-2027', 'by 2027-06 ?part_of_year'],
    ['by early 2028', 'by 2028-Q1 ?part_of_year'],
    ["d'ici l'été 2027", 'by 2027 ?part_of_year'],
    ['03/04/2027', '2027-04-03 ?ambiguous_day_month'],
    ['2024, d’ici 2027', 'by 2027 ?two_dates'],
  ])('%s is doubted: %s', (text, expected) => {
    expect(said(readDeadline(text))).toBe(expected)
  })

  test.each([
    ['', '✗ no_date'],
    ['soon', '✗ no_date'],
    ['by 27', '✗ no_date'],
    ['by 20277', '✗ no_date'],
    ['2050 emplois', '✗ no_date'],
    ['2027-02-30', '✗ date_not_real'],
    ['31 juin 2027', '✗ date_not_real'],
    ['le 29 avril', '✗ year_missing'],
    ['within five years', '✗ relative_date'],
    ['dans un délai de 2 ans', '✗ relative_date'],
    ['durée de 3 ans', '✗ relative_date'],
    ['à moyen terme', '✗ relative_date'],
    ['في غضون سنتين', '✗ relative_date'],
    ['خلال خمس سنوات', '✗ relative_date'],
    ['à partir de 2027', '✗ start_not_deadline'],
    ['not before 2027', '✗ start_not_deadline'],
  ])('%s is refused: %s', (text, expected) => {
    expect(said(readDeadline(text))).toBe(expected)
  })

  test('both due days stand beside: by 2027 is 2027-12-31, strictly 2026-12-31', () => {
    expect(readDeadline('d’ici 2027')).toMatchObject({ due: '2027-12-31', dueEarly: '2026-12-31' })
    expect(readDeadline('avant 2027')).toMatchObject({ due: '2026-12-31', dueEarly: '2026-12-31' })
  })

  test('a literal is read as itself, without a doubt', () => {
    const preposition = fc.constantFrom('by', 'before', 'in', 'end of')
    const year = fc.integer({ min: 1950, max: 2099 }).map(String)
    const part = fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q4', '-01', '-12')
    fc.assert(
      fc.property(preposition, year, part, (word, first, second) => {
        expect(said(readDeadline(`${word} ${first}${second}`))).toBe(`${word} ${first}${second}`)
      }),
    )
  })
})

describe('days, as people write them', () => {
  test.each([
    ['29 avril 2024', '2024-04-29'],
    ['1er mars 2024', '2024-03-01'],
    ['le lundi 29 avril 2024', '2024-04-29'],
    ['Rabat, le 3 mai 2023', '2023-05-03'],
    ['April 29th, 2024', '2024-04-29'],
    ['29th of April 2024', '2024-04-29'],
    ['May 3, 2023', '2023-05-03'],
    ['29 أبريل 2024', '2024-04-29'],
    ['الإثنين ٢٩ أبريل ٢٠٢٤', '2024-04-29'],
    ['22 شتنبر 2022', '2022-09-22'],
    ['2024-04-29', '2024-04-29'],
    ['29/04/2024', '2024-04-29'],
    ['29.04.2024', '2024-04-29'],
    ['05/13/2024', '2024-05-13'],
    ['April 2024', '2024-04'],
    ['mars 2024', '2024-03'],
    ['يوليوز 2022', '2022-07'],
    ['04/2024', '2024-04'],
    ['2024', '2024'],
    ['04/05/2024', '2024-05-04 ?ambiguous_day_month'],
    ['29/04/24', '2024-04-29 ?two_digit_year'],
    ['fin 2024', '2024-12 ?part_of_year'],
    ['T3 2024', '2024-09 ?part_of_year'],
    ['juillet-août 2024', '2024-08 ?two_dates'],
    ['11 et 12 mai 2023', '2023-05-12 ?two_dates'],
    ['2024-2025', '2025 ?period_range'],
    ['29 avril', '✗ year_missing'],
    ['31/04/2024', '✗ date_not_real'],
    ['29 février 2023', '✗ date_not_real'],
    ['2024-13', '✗ no_date'],
    ['hier', '✗ no_date'],
  ])('%s: %s', (text, expected) => {
    expect(said(readDay(text))).toBe(expected)
  })

  test('a month counts as its last day', () => {
    expect(readDay('février 2024')).toMatchObject({ dated: '2024-02', last: '2024-02-29' })
  })
})
