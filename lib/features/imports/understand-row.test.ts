import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCsv } from './read-csv'
import { suggestMapping } from './suggest-mapping'
import { understandRow, unitsOf } from './understand-row'

const POINT = { decimal: '.', units: new Map<string, string>() } as const
const COMMA = { decimal: ',', units: new Map<string, string>() } as const

function one(
  column: string,
  text: string,
  how: { decimal: '.' | ','; units: ReadonlyMap<string, string> } = POINT,
) {
  const kind = 'agreements'
  const { cells, refusals, doubts } = understandRow(kind, { [column]: text }, how)
  return {
    text: cells[column],
    refused: refusals.map(({ reason }) => reason.code),
    doubt: doubts.includes(column),
  }
}

describe('our own files', () => {
  test.each(['agreements', 'reports', 'targets'] as const)(
    'every shipped row of %s stays as it is',
    (kind) => {
      const { rows } = readCsv(readFileSync(`prisma/portfolio/${kind}.csv`))
      expect(rows.length).toBeGreaterThan(0)
      for (const { line, cells } of rows)
        for (const how of [POINT, COMMA])
          expect([line, understandRow(kind, cells, how)]).toEqual([
            line,
            { cells, refusals: [], doubts: [] },
          ])
    },
  )

  test.each(['agreements', 'reports', 'targets'] as const)(
    'every column of a file of %s is found by its name',
    (kind) => {
      const { columns } = readCsv(readFileSync(`prisma/portfolio/${kind}.csv`))
      const found = suggestMapping(kind, columns, [])
      expect([...found].filter(([column, header]) => column !== header)).toEqual([])
      expect(found.size).toBe(columns.length)
    },
  )

  test('a rate is read with a point or a comma, and three decimals after a comma are doubted', () => {
    const read = (rate: string) => {
      const { cells, doubts } = understandRow(
        'rates',
        { currency: 'Euro', date: '10/01/2024', rate },
        COMMA,
      )
      return [cells.currency, cells.date, cells.rate, doubts.includes('rate')]
    }
    expect(read('10,95')).toEqual(['EUR', '2024-01-10', '10.95', false])
    expect(read('10.95')).toEqual(['EUR', '2024-01-10', '10.95', false])
    expect(read('10,954')).toEqual(['EUR', '2024-01-10', '10.954', true])
  })

  test('a target counts persons or money as its measure says', () => {
    const read = (measure: string, quantity: string, baseline = '') =>
      understandRow('targets', { measure, quantity, currency: '', baseline }, COMMA).cells
    expect(read('net_new_jobs', '500 000')).toMatchObject({ quantity: '500000', currency: '' })
    expect(read('investment', '550 milliards de dirhams', '100 MDH')).toMatchObject({
      ...{ quantity: '550000000000', currency: 'MAD', baseline: '100000000' },
    })
  })

  test('literals of amendments and events stay as they are', () => {
    const amendment = {
      ...{
        reference: 'A-1',
        measure: 'net_new_jobs',
        kind: 'amendment',
        corrects: '',
        effective_on: '2025-01-15',
      },
      ...{
        quantity: '>=1200',
        deadline: 'by 2028',
        milestones: '2026-12-31=>700',
        reason: 'x',
        as_stated: 'N/A, they said',
      },
      ...{
        deadline_as_stated: '',
        source_url: 'https://a.ma/1',
        source_publisher: '',
        source_date: '2025-01',
      },
    }
    expect(understandRow('amendments', amendment, COMMA)).toEqual({
      cells: amendment,
      refusals: [],
      doubts: [],
    })
    const event = {
      reference: 'A-1',
      kind: 'project_start',
      on: '2025-03',
      reason: '',
      as_stated: '',
      source_url: 'https://a.ma',
    }
    expect(understandRow('events', event, POINT)).toEqual({
      cells: event,
      refusals: [],
      doubts: [],
    })
  })
})

describe('figures', () => {
  test.each([
    ['1 500', '1500'],
    ['1\u00a0500', '1500'],
    ['1\u202f500', '1500'],
    ['1,500', '1500'],
    ['plus de 1 500', '>1500'],
    ['au moins 200 emplois', '>=200'],
    ['أكثر من 1500', '>1500'],
    ['200-250', '200..250'],
    ['>1500', '>1500'],
  ])('jobs %j are %s', (text, literal) => {
    expect(one('jobs', text)).toMatchObject({ text: literal, refused: [] })
  })

  test.each([
    ['1.500,00', '1500'],
    ['1.500', '1500'],
    ['1 500', '1500'],
    ['plus de 1.500', '>1500'],
    ['1,500', '1.5'],
  ])('with decimal commas the amount %j in dirhams is %s', (text, literal) => {
    const { cells, refusals } = understandRow(
      'agreements',
      { amount: text, currency: 'MAD' },
      COMMA,
    )
    expect([cells.amount, refusals]).toEqual([literal, []])
  })

  test.each([
    ['$1.7 billion', '1700000000', 'USD'],
    ['plus de 50 MDH', '>50000000', 'MAD'],
    ['2,5 milliards de dirhams', '2500000000', 'MAD'],
    ['300 M€', '300000000', 'EUR'],
  ])('the amount %j names its currency', (text, literal, currency) => {
    const { cells, refusals } = understandRow('agreements', { amount: text, currency: '' }, POINT)
    expect([cells.amount, cells.currency, refusals]).toEqual([literal, currency, []])
  })

  test.each([
    ['Montant (MDH)', '12,5', COMMA, '12500000', 'MAD'],
    ['Amount (million USD)', '300', POINT, '300000000', 'USD'],
    ['Investissement en MDH', '50', COMMA, '50000000', 'MAD'],
    ['Montant (MDH)', 'plus de 50', COMMA, '>50000000', 'MAD'],
    ['Montant (MDH)', '>50', COMMA, '>50000000', 'MAD'],
    ['Montant (MDH)', '50 MDH', COMMA, '50000000', 'MAD'],
    ['Montant (MDH)', '1,2 milliard de dirhams', COMMA, '1200000000', 'MAD'],
  ])('under %j, %j is taken in that unit', (head, text, how, literal, currency) => {
    const units = unitsOf(new Map([['amount', head]]))
    const { cells, refusals } = understandRow(
      'agreements',
      { amount: text, currency: '' },
      { ...how, units },
    )
    expect([cells.amount, cells.currency, refusals]).toEqual([literal, currency, []])
  })

  test('a unit of the head is shown as a doubt', () => {
    const units = unitsOf(new Map([['amount', 'Montant (MDH)']]))
    expect(one('amount', '12', { decimal: '.', units })).toMatchObject({
      text: '12000000',
      doubt: true,
    })
  })
})

describe('what is absent', () => {
  test.each([
    'Not Available',
    'NULL',
    'N/A',
    '#N/A',
    '-',
    '—',
    'n.d.',
    'n.c.',
    'غير متوفر',
    'غير محدد',
    'Non communiqué',
    '',
  ])('%j is no number and never zero', (text) => {
    const { cells, refusals } = understandRow(
      'agreements',
      { jobs: text, jobs_missing: '', amount: '7', currency: 'MAD' },
      POINT,
    )
    expect([cells.jobs, cells.jobs_missing, refusals]).toEqual(['', 'not_stated', []])
  })

  test.each([
    ['confidentiel', 'withheld'],
    ['sans objet', 'not_applicable'],
    ['à préciser', 'pending'],
    ['TBD', 'pending'],
    ['سري', 'withheld'],
  ])('%j says why: %s', (text, reason) => {
    const { cells, refusals } = understandRow('agreements', { jobs: text }, POINT)
    expect([cells.jobs, cells.jobs_missing, refusals]).toEqual(['', reason, []])
  })

  test('words of nothing mean nothing in a sentence, and words of secrecy are prose in notes', () => {
    expect(one('notes', 'confidentiel').text).toBe('confidentiel')
    expect(one('notes', 'N/A for the second site').text).toBe('N/A for the second site')
  })
})

describe('days and deadlines', () => {
  test.each([
    ['15/03/2024', '2024-03-15', false],
    ['03/04/2024', '2024-04-03', true],
    ['2024-03-15', '2024-03-15', false],
    ['mars 2024', '2024-03', false],
    ['15 mars 2024', '2024-03-15', false],
    ['مارس 2024', '2024-03', false],
    ['2024', '2024', false],
    ['15.03.2024', '2024-03-15', false],
  ])('%j is %s, doubtful: %s', (text, day, doubt) => {
    expect(one('signed_on', text)).toEqual({ text: day, refused: [], doubt })
  })

  test.each([
    ['by 2027', 'by 2027'],
    ["d'ici 2027", 'by 2027'],
    ['fin 2027', 'end of 2027'],
    ['بحلول 2027', 'by 2027'],
    ['2027-06-30', '2027-06-30'],
  ])('the deadline %j is %s', (text, deadline) => {
    expect(one('deadline', text)).toMatchObject({ text: deadline, refused: [] })
  })

  test('a day that is none is refused and stays', () => {
    expect(one('signed_on', '31/02/2024')).toEqual({
      text: '31/02/2024',
      refused: ['date_not_real'],
      doubt: false,
    })
  })
})

describe('codes', () => {
  test.each([
    ['region', 'MA-06', 'MA-06'],
    ['region', 'casablanca settat', 'MA-06'],
    ['region', 'Région de Casablanca-Settat', 'MA-06'],
    ['region', 'RABAT-SALE-KENITRA', 'MA-04'],
    ['region', 'جهة الدار البيضاء سطات', 'MA-06'],
    ['currency', 'mad', 'MAD'],
    ['currency', 'DH', 'MAD'],
    ['currency', 'dirhams', 'MAD'],
    ['currency', 'Euro', 'EUR'],
    ['currency', '$', 'USD'],
    ['currency', 'درهم', 'MAD'],
    ['source_language', 'Français', 'fr'],
    ['source_language', 'Arabic', 'ar'],
    ['source_language', 'العربية', 'ar'],
    ['source_language', 'fr', 'fr'],
    ['lifecycle', 'Signée', 'signed'],
    ['lifecycle', 'Signé', 'signed'],
    ['lifecycle', 'résilié', 'terminated'],
    ['type', 'Accord-cadre', 'framework'],
  ])('%s %j is %s', (column, text, code) => {
    expect(one(column, text)).toMatchObject({ text: code, refused: [] })
  })

  test('an unknown code is refused with the nearest one', () => {
    const { cells, refusals } = understandRow('agreements', { region: 'Casablanca-Setat' }, POINT)
    expect(cells.region).toBe('Casablanca-Setat')
    expect(refusals).toEqual([
      {
        column: 'region',
        value: 'Casablanca-Setat',
        reason: {
          code: 'unknown_value_near',
          values: { value: 'Casablanca-Setat', suggestion: 'Casablanca-Settat' },
        },
      },
    ])
  })
})
