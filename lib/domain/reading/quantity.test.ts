import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCount, readQuantity } from './quantity'

const persons = { unit: 'persons' } as const
const money = { unit: 'money' } as const

/** "literal doubt doubt" or "✗ code". */
function said(reading: ReturnType<typeof readQuantity> | ReturnType<typeof readCount>): string {
  if (!reading.ok) return `✗ ${reading.code}`
  const { literal, currency, doubts } = reading
  return [literal, currency, ...doubts.map(({ code }) => `?${code}`)].filter(Boolean).join(' ')
}

describe('persons, as people write them', () => {
  test.each([
    // separators of thousands
    ['1500', '1500'],
    ['1 500', '1500'],
    ['1\u00A0500', '1500'],
    ['1\u202F500', '1500'],
    ['1\u2009500', '1500'],
    ['1,500', '1500'],
    ['1.500', '1500'],
    ["1'500", '1500'],
    ['1’500', '1500'],
    ['1 500 000', '1500000'],
    ['1.500.000', '1500000'],
    ['١٥٠٠', '1500'],
    ['١٬٥٠٠', '1500'],
    ['۲۵۰۰ نفر', '2500 ?other_words'],
    // English
    ['1,500 jobs', '1500'],
    ['more than 8,500 jobs', '>8500'],
    ['over 3,000 new direct jobs', '>3000'],
    ['at least 500 positions', '>=500'],
    ['no fewer than 500 jobs', '>=500'],
    ['500 jobs or more', '>=500'],
    ['about 2,000 jobs', '~2000'],
    ['some 4,000 people', '~4000'],
    ['nearly 7,500 workers', '~7500'],
    ['up to 2,000 jobs', '<=2000'],
    ['fewer than 300 employees', '<300'],
    ['between 200 and 250 jobs', '200..250'],
    ['from 1,000 to 1,500 jobs', '1000..1500'],
    ['200–250 jobs', '200..250'],
    ['two thousand jobs', '2000 ?word_number'],
    ['two hundred and fifty jobs', '250 ?word_number'],
    ['twelve hundred jobs', '1200 ?word_number'],
    ['half a million jobs', '500000 ?word_number'],
    ['one and a half million jobs', '1500000 ?word_number'],
    ['a dozen jobs', '~12 ?word_number'],
    // French
    ['2.162 emplois', '2162'],
    ['plus de 1 500 emplois directs', '>1500'],
    ['supérieur à 800 emplois', '>800'],
    ['au moins 300 postes', '>=300'],
    ['100 emplois à minima', '>=100'],
    ['pas moins de 450 emplois', '>=450'],
    ['pas plus de 450 emplois', '<=450'],
    ['moins de 450 emplois', '<450'],
    ["jusqu'à 2000 nouveaux emplois", '<=2000'],
    ['quelque 600 collaborateurs', '~600'],
    ["de l'ordre de 900 emplois", '~900'],
    ['entre 1.000 et 1.500 emplois', '1000..1500'],
    ['de 300 à 400 postes', '300..400'],
    ['cinq mille emplois', '5000 ?word_number'],
    ['quatre-vingt-dix-neuf emplois', '99 ?word_number'],
    ['soixante et onze emplois', '71 ?word_number'],
    ['mille deux cents emplois', '1200 ?word_number'],
    ["un millier d'emplois", '~1000 ?word_number'],
    ['une centaine de postes', '~100 ?word_number'],
    ["1,45 million d'emplois", '1450000'],
    ["un million et demi d'emplois", '1500000 ?word_number'],
    ['10 mille emplois', '10000'],
    // Arabic
    ['2500 منصب شغل', '2500'],
    ['٢٥٠٠ منصب شغل قار', '2500'],
    ['أكثر من 1500 منصب شغل', '>1500'],
    ['أزيد من 10 آلاف منصب شغل', '>10000'],
    ['ما لا يقل عن 500 منصب', '>=500'],
    ['500 منصب على الأقل', '>=500'],
    ['حوالي 25 ألف منصب', '~25000'],
    ['ما يناهز 3000 منصب شغل مباشر', '~3000'],
    ['أقل من 300 منصب', '<300'],
    ['لا يتجاوز 300 منصب', '<=300'],
    ['بين 200 و250 منصب شغل', '200..250'],
    ['من 200 إلى 250 منصب شغل', '200..250'],
    ['ثلاثة آلاف منصب شغل', '3000 ?word_number'],
    ['ثلاثة آلاف وخمسمائة منصب', '3500 ?word_number'],
    ['أحد عشر ألف منصب', '11000 ?word_number'],
    ['deux à trois mille emplois', '2000..3000 ?word_number ?word_number'],
    ['خمسة وعشرون ألف منصب', '25000 ?word_number'],
    ['ألفي منصب شغل', '2000'],
    ['مئتي منصب شغل', '200 ?word_number'],
    // canonical literals
    ['>1500', '>1500'],
    ['>=1500', '>=1500'],
    ['<=2000', '<=2000'],
    ['<2000', '<2000'],
    ['~1500', '~1500'],
    ['200..250', '200..250'],
  ])('%s: %s', (text, expected) => {
    expect(said(readQuantity(text, persons))).toBe(expected)
  })

  test.each([
    ['1.450 million d’emplois', '1450000 ?ambiguous_separator'],
    ['1,500+', '>=1500 ?sign_comparator'],
    ['just under 500 jobs', '~500 ?just_under'],
    ['plus 500 emplois', '>500 ?plus_without_de'],
    ['2 500 emplois indirects', '2500 ?scope_not_direct'],
    ['17,000 direct, indirect and induced jobs', '17000 ?scope_not_direct'],
    ['500 emplois directs et 2 000 indirects', '500 ?two_numbers'],
    ['200 - 250', '200..250 ?range_unclear'],
    ['200 ou 250 emplois', '200..250 ?range_unclear'],
    ['plus de 200 à 250 emplois', '200..250 ?two_comparators'],
    ['au moins environ 500 emplois', '~500 ?two_comparators'],
    ['perte de 500 emplois', '500 ?negation'],
    ['2027', '2027 ?looks_like_year'],
    ['5 k emplois', '5000 ?scale_abbreviation'],
    ['million de postes', '1000000 ?implied_one'],
    ['3.000 mensen', '3000 ?other_words'],
    ['12 millions d’emplois', '12000000 ?very_large'],
    ['1 5000', '1 ?two_numbers'],
  ])('%s is doubted: %s', (text, expected) => {
    expect(said(readQuantity(text, persons))).toBe(expected)
  })

  test.each([
    ['', '✗ no_number'],
    ['tripler les effectifs', '✗ no_number'],
    ['hundreds of jobs', '✗ vague_number'],
    ["plusieurs centaines d'emplois", '✗ vague_number'],
    ['مئات مناصب الشغل', '✗ vague_number'],
    ['آلاف المناصب', '✗ vague_number'],
    ['1e30', '✗ number_unclear'],
    ['05', '✗ number_unclear'],
    ['10,00,000', '✗ number_unclear'],
    ['24/7', '✗ number_unclear'],
    ['5G', '✗ number_unclear'],
    ['12,5', '✗ whole_number'],
    ['0 emplois', '✗ quantity_not_positive'],
    ['-5', '✗ quantity_not_positive'],
    ['−5 jobs', '✗ quantity_not_positive'],
    ['250 à 200 emplois', '✗ range_order'],
    ['15 000 000 000 000 000 000 jobs', '✗ number_too_large'],
    ['50 MDH', '✗ money_not_persons'],
    ['12 MW', '✗ other_unit'],
    ['4.500 m²', '✗ other_unit'],
    ['45 ans', '✗ other_unit'],
    ['60 % des emplois', '✗ other_unit'],
    ['500 stagiaires', '✗ other_unit'],
  ])('%s is refused: %s', (text, expected) => {
    expect(said(readQuantity(text, persons))).toBe(expected)
  })

  test('a string of 5,000 digits is no number', () => {
    expect(said(readQuantity(`${'9'.repeat(5000)} jobs`, persons))).toBe('✗ number_unclear')
  })

  test('the place of what was read and of what was refused is told', () => {
    const text = 'On prévoit plus de 1 500 emplois directs ici'
    const read = readQuantity(text, persons)
    expect(text.slice(read.start, read.end)).toBe('plus de 1 500 emplois directs')
    const refused = readQuantity('soit 50 MDH', persons)
    expect('soit 50 MDH'.slice(refused.start, refused.end)).toBe('50 MDH')
  })

  test('what counts stands beside: T of a range is its low, a ceiling has none', () => {
    expect(readQuantity('200 à 250 emplois', persons)).toMatchObject({ counts: 200n })
    expect(readQuantity('up to 2,000 jobs', persons)).toMatchObject({ counts: null })
  })
})

describe('money, as people write it', () => {
  test.each([
    ['more than 50 million MAD', '>50000000 MAD'],
    ['plus de 50 MDH', '>50000000 MAD'],
    ['أكثر من 50 مليون درهم', '>50000000 MAD'],
    ['50 MDHS', '50000000 MAD'],
    ['50 M.DH', '50000000 MAD'],
    ['1,2 MMDH', '1200000000 MAD'],
    ['1,2 MdDH', '1200000000 MAD'],
    ['1.2 Mrd DH', '1200000000 MAD'],
    ['1,2 Mds DH', '1200000000 MAD'],
    ['500 KDH', '500000 MAD'],
    ['50 M€', '50000000 EUR'],
    ['€1.2bn', '1200000000 EUR'],
    ['$1.2B', '1200000000 USD'],
    ['US$450 million', '450000000 USD'],
    ['USD 50M', '50000000 USD'],
    ['MAD 50 million', '50000000 MAD'],
    ["1,2 milliard d'euros", '1200000000 EUR'],
    ['531,4 millions de DH', '531400000 MAD'],
    ['12.8 billion dirhams', '12800000000 MAD'],
    ['50 000 000,50 DH', '50000000.5 MAD'],
    ['50,000,000.50 MAD', '50000000.5 MAD'],
    ['50.000.000 DH', '50000000 MAD'],
    ['مليار درهم', '1000000000 MAD'],
    ['مليوني درهم', '2000000 MAD'],
    ['١٫٥ مليار درهم', '1500000000 MAD'],
    ['500 مليون يورو', '500000000 EUR'],
    ['1,5 مليون دولار أمريكي', '1500000 USD'],
    ['200 à 250 millions de dirhams', '200000000..250000000 MAD'],
    ['entre 1,5 et 2 milliards de dirhams', '1500000000..2000000000 MAD'],
    ['$200-250 million', '200000000..250000000 USD'],
    ['200 millions à 250 millions de DH', '200000000..250000000 MAD'],
    ['1 milliard 200 millions de dirhams', '1200000000 MAD'],
    ['300 millions de yuans', '300000000 CNY'],
    ['50 millions de dollars canadiens', '50000000 CAD'],
    ['100 millions de dirhams émiratis', '100000000 AED'],
    ["jusqu'à 50 millions de dirhams", '<=50000000 MAD'],
    ['estimé à 65 milliards de dirhams', '~65000000000 MAD'],
    ['dépassant les 932 millions de dirhams', '>932000000 MAD'],
  ])('%s: %s', (text, expected) => {
    expect(said(readQuantity(text, money))).toBe(expected)
  })

  test.each([
    ['50 millions', '50000000 MAD ?currency_assumed'],
    ['1.500 DH', '1500 MAD ?ambiguous_separator'],
    ['12,800 million dirhams', '12800000000 MAD ?ambiguous_separator'],
    ['1,450 milliard de dirhams', '1450000000 MAD ?ambiguous_separator'],
    ['1,2 billion de dirhams', '1200000000 MAD ?billion_scale'],
    ['50 millions de centimes', '500000 MAD ?centimes'],
    ['50 مليون سنتيم', '500000 MAD ?centimes'],
    ['50 MMUSD', '50000000000 USD ?scale_abbreviation'],
    ['£5m', '5000000 GBP ?currency_assumed'],
    ['cinq cents millions de dirhams', '500000000 MAD ?word_number'],
    ['ربع مليون درهم', '1000000 MAD ?other_words'],
    ['a quarter of a million dirhams', '1000000 MAD ?word_number ?other_words'],
    ['خمسمائة مليون درهم', '500000000 MAD ?word_number'],
    ['مليار ونصف المليار درهم', '1500000000 MAD ?word_number'],
    ['$450 million (4.5 billion MAD)', '450000000 USD ?two_numbers'],
    ['500 à 1 milliard de dirhams', '500..1000000000 MAD ?scale_shared'],
    ['mille milliards et 2 milliards de dirhams', '2000000000 MAD ?two_numbers'],
  ])('%s is doubted: %s', (text, expected) => {
    expect(said(readQuantity(text, money))).toBe(expected)
  })

  test.each([
    ['50 million dinars', '✗ currency_ambiguous'],
    ['1500 emplois', '✗ persons_not_money'],
    ['des millions de dirhams', '✗ vague_number'],
    ['1.234,567 DH', '✗ too_many_decimals'],
    ['0 DH', '✗ quantity_not_positive'],
    ['-50 MDH', '✗ quantity_not_positive'],
    ['1e30', '✗ number_unclear'],
    ['5 %', '✗ other_unit'],
  ])('%s is refused: %s', (text, expected) => {
    expect(said(readQuantity(text, money))).toBe(expected)
  })

  test('the currency beside the field is taken, and another one in the text is doubted', () => {
    const inEuros = { unit: 'money', currency: 'EUR' } as const
    expect(said(readQuantity('50 millions', inEuros))).toBe('50000000 EUR')
    expect(said(readQuantity('50 MDH', inEuros))).toBe('50000000 MAD ?currency_differs')
    expect(said(readQuantity('$450 million (415 M€)', inEuros))).toBe('415000000 EUR ?two_numbers')
  })

  test('minor units: 1,5 MDH is 150,000,000 centimes', () => {
    expect(readQuantity('1,5 MDH', money)).toMatchObject({ counts: 150_000_000n })
  })
})

describe('counted numbers', () => {
  test.each([
    ['0', '0'],
    ['plus de 1.200 en 2022', '>1200'],
    ['3 500 collaborateurs déjà en poste', '3500'],
    ['environ 15 000 personnes', '~15000'],
    ['jusqu’à 500', '✗ count_format'],
    ['200 à 250', '✗ count_format'],
    ['-5', '✗ negative'],
  ])('%s: %s', (text, expected) => {
    expect(said(readCount(text, persons))).toBe(expected)
  })

  test('a change may be negative', () => {
    expect(said(readCount('-40', persons, { negative: true }))).toBe('-40')
  })
})

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '1',
          '5',
          ' ',
          '.',
          ',',
          'و',
          'million',
          'DH',
          '٣',
          '-',
          'à',
          'cent',
          '/',
          'half',
          'and',
          'a',
          'de',
          '..',
        ),
        { maxLength: 25 },
      )
      .map((parts) => parts.join('')),
    fc
      .array(
        fc.constantFrom(
          'two',
          'hundred',
          'and',
          'half',
          'ألف',
          'وخمسون',
          'مليون',
          'à',
          '3',
          '12',
          'thousand',
          'between',
          'MDH',
          'jobs',
          'k',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(' ')),
  )

  test('is read or refused, inside its own bounds', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(persons, money), (text, asked) => {
        const reading = readQuantity(text, asked)
        expect(reading.start).toBeGreaterThanOrEqual(0)
        expect(reading.end).toBeLessThanOrEqual(text.length)
        expect(reading.start).toBeLessThanOrEqual(reading.end)
      }),
      { numRuns: 2000 },
    )
  })

  test('a literal is read as itself, without a doubt where its currency stands beside', () => {
    const sign = fc.constantFrom('', '>', '>=', '<=', '<', '~')
    const number = fc.integer({ min: 1, max: 900_000 }).filter((n) => n < 1950 || n > 2060)
    fc.assert(
      fc.property(sign, number, number, (mark, a, b) => {
        const range = `${Math.min(a, b)}..${Math.max(a, b) + 1}`
        for (const literal of [`${mark}${a}`, range]) {
          expect(said(readQuantity(literal, persons))).toBe(literal)
          const beside = { unit: 'money', currency: 'MAD' } as const
          expect(said(readQuantity(literal, beside))).toBe(`${literal} MAD`)
        }
      }),
    )
  })

  test('grouping never changes a number of persons', () => {
    const separators = fc.constantFrom(' ', '\u00A0', '\u202F', '\u2009', ',', '.', "'", '’')
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 4_999_999 }), separators, (n, separator) => {
        const grouped = String(n).replace(/\B(?=(\d{3})+$)/g, separator)
        expect(said(readQuantity(`${grouped} emplois`, persons))).toBe(String(n))
      }),
    )
  })
})
