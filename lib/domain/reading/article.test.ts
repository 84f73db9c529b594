import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from './article'
import type { Proposal } from './proposal'
import { readQuantity } from './quantity'

function figure(proposal: Proposal): string {
  if (proposal.field === 'headcount_factor') return `×${proposal.factor}`
  const { reading } = proposal
  if (!reading.ok) return `✗ ${reading.code}`
  const currency = 'currency' in reading && reading.currency ? ` ${reading.currency}` : ''
  const kind = proposal.field === 'jobs' ? ` ${proposal.measure} ${proposal.scope}` : ''
  return `${reading.literal}${currency}${kind}`
}

/** Field, figure, fragment, doubts. */
function proposed(text: string): string[] {
  return readArticle(text).map((proposal) =>
    [
      `${proposal.field} ${figure(proposal)}`,
      `“${text.slice(proposal.start, proposal.end)}”`,
      ...proposal.doubts.map(({ code }) => `?${code}`),
    ].join(' '),
  )
}

describe('articles', () => {
  test('French: a protocol with jobs, an amount, a deadline and those already there', () => {
    const text = `Rabat, le 29 avril 2024 – Le ministre de l'Industrie et le PDG du groupe ont signé un protocole d'accord prévoyant la création de 1.500 emplois à haute valeur ajoutée à l'horizon 2027. L'investissement dépasse les 50 millions de dirhams. Le groupe, qui emploie déjà 800 personnes au Maroc, a réalisé en 2023 un chiffre d'affaires de 2,5 milliards d'euros. Le site s'étend sur 4.500 m² et compte former 300 lauréats par an. Tél. : 05 22 34 56 78.`
    expect(proposed(text)).toEqual([
      'signed_on 2024-04-29 “29 avril 2024”',
      'jobs 1500 net_new_jobs unspecified “1.500 emplois”',
      "deadline by 2027 “à l'horizon 2027” ?horizon",
      'amount >50000000 MAD “dépasse les 50 millions de dirhams”',
      'headcount 800 “800 personnes”',
    ])
  })

  test('English: direct and indirect jobs, one amount in two currencies, staff, revenue and a share', () => {
    const text = `The German cable maker signed on May 30, 2023 an investment agreement worth over MAD 932 million ($91 million). Its new plants will generate 3,000 direct jobs and 1,200 indirect jobs by the end of 2027. The company currently employs 20,000 people in the kingdom, 60% of them women, and reported revenue of €5.1 billion in 2022. Its 45-year-old CEO spoke of Industry 4.0, 5G and the 2030 World Cup.`
    expect(proposed(text)).toEqual([
      'signed_on 2023-05-30 “on May 30, 2023”',
      'amount >932000000 MAD “over MAD 932 million”',
      'amount 91000000 USD “$91 million” ?converted_amount',
      'jobs 3000 net_new_jobs direct “3,000 direct jobs”',
      'jobs 1200 net_new_jobs indirect “1,200 indirect jobs” ?scope_not_direct',
      'deadline end of 2027 “by the end of 2027”',
      'headcount 20000 “20,000 people”',
    ])
  })

  test('Arabic: jobs, an amount, staff; turnover, trainees and an area left alone', () => {
    const text = `وقعت شركة ماجوريل، يوم 22 شتنبر 2022 بالرباط، مذكرة تفاهم مع وزارة الصناعة والتجارة تروم إحداث 2500 منصب شغل قار ومباشر بحلول سنة 2027، باستثمار يفوق 120 مليون درهم. وتشغل الشركة حاليا أزيد من 9.000 مستخدم بالمغرب، وحققت رقم معاملات بلغ 1,5 مليار درهم. كما سيتم تكوين 500 طالب، وتبلغ مساحة الموقع 3000 متر مربع.`
    expect(proposed(text)).toEqual([
      'signed_on 2022-09-22 “22 شتنبر 2022”',
      'jobs 2500 net_new_jobs direct “2500 منصب شغل قار ومباشر”',
      'deadline by 2027 “بحلول سنة 2027”',
      'amount >120000000 MAD “يفوق 120 مليون درهم”',
      'headcount >9000 “أزيد من 9.000 مستخدم”',
    ])
  })

  test('growth: a factor, a level, a duration and a vague number are shown as they are', () => {
    const text = `Oracle will triple its headcount in Morocco, bringing its local workforce to 1,000 within five years. Thousands of jobs are expected.`
    expect(proposed(text)).toEqual([
      'headcount_factor ×3 “triple its headcount”',
      'jobs 1000 headcount_level unspecified “workforce to 1,000”',
      'deadline ✗ relative_date “within five years”',
      'jobs ✗ vague_number “Thousands of jobs”',
    ])
  })

  test('growth from a headcount to a level is both', () => {
    const text = `L'entreprise compte porter ses effectifs de 3.000 à 4.500 collaborateurs d'ici fin 2026.`
    expect(proposed(text)).toEqual([
      'headcount 3000 “de 3.000 à 4.500 collaborateurs”',
      'jobs 4500 headcount_level unspecified “de 3.000 à 4.500 collaborateurs”',
      "deadline end of 2026 “d'ici fin 2026”",
    ])
  })

  test('parts, hires and what was created already are doubted', () => {
    const text = `L'usine permettra de créer 300 emplois, dont 120 postes d'ingénieurs. Elle embauchera 80 techniciens. Le groupe a déjà créé 2.000 emplois dans la région.`
    expect(proposed(text)).toEqual([
      'jobs 300 net_new_jobs unspecified “300 emplois”',
      'jobs 120 net_new_jobs unspecified “120 postes” ?part_of_another',
      'jobs 80 gross_hires unspecified “80 techniciens” ?hires_not_net',
      'jobs 2000 net_new_jobs unspecified “2.000 emplois” ?already_created',
    ])
  })

  test.each([
    'Le chiffre d’affaires atteint 300 millions de dirhams.',
    'Exports reached $450 million last year.',
    'Le projet bénéficie d’un prêt de 200 MDH et d’une subvention de 30 MDH.',
    'صادرات القطاع بلغت 1,5 مليار درهم.',
    'Le salaire moyen est de 5.000 dirhams par mois.',
    'Le parc solaire de 500 MW couvre 1.200 hectares.',
    'L’usine produira 20.000 véhicules par an sur 3 sites.',
    'Le centre va former 1.200 ingénieurs et 300 techniciens.',
    'The academy will train 2,000 engineers.',
    'Âgé de 45 ans, il dirige 3 usines dans 12 pays.',
    'Appelez le 05 22 34 56 78 ou le +212 522 97 53 00.',
    'Loi 47-18, décret n° 2.17.487, article 12, page 3.',
    'Un Boeing 737, un A320, la 5G, COP27 et le G20.',
    '60 % de femmes, soit une hausse de 3,5 points.',
    'Le Mondial 2030 et le plan Maroc Digital 2030.',
    'يبلغ الوزير من العمر 45 سنة.',
  ])('%s proposes nothing', (text) => {
    expect(proposed(text)).toEqual([])
  })

  test.each([
    ['Le groupe investira 2 milliards de dirhams en 2027.', 'amount 2000000000 MAD'],
    ['An investment of some €40 million is planned.', 'amount ~40000000 EUR'],
    ['رصدت المجموعة استثمارا بقيمة 300 مليون درهم.', 'amount 300000000 MAD'],
    ['The plant will create around 1,200 jobs.', 'jobs ~1200 net_new_jobs unspecified'],
    ['سيوفر المشروع ثلاثة آلاف فرصة عمل.', 'jobs 3000 net_new_jobs unspecified'],
    ['Il prévoit l’ouverture de 450 postes directs.', 'jobs 450 net_new_jobs direct'],
    ['Emplois créés : 7.500 emplois directs et indirects', 'jobs 7500 net_new_jobs mixed'],
    ['Le groupe compte aujourd’hui 4.700 collaborateurs.', 'headcount 4700'],
    ['The group already has 1,100 employees.', 'headcount 1100'],
    ['3 500 collaborateurs déjà en poste', 'headcount 3500'],
  ])('%s: %s first', (text, expected) => {
    expect(proposed(text).find((line) => line.startsWith(`${expected} “`))).toBeDefined()
  })

  test('without a word of signing the first day is proposed, doubted', () => {
    expect(proposed('Publié le 30 mai 2023. Article mis à jour le 2 juin 2023.')).toEqual([
      'signed_on 2023-05-30 “30 mai 2023” ?signature_not_stated',
    ])
  })

  test('a figure read in the article is read alike from its fragment', () => {
    const text =
      'Le groupe investira plus de 1,2 milliard de dirhams et créera entre 200 et 250 emplois directs ; 3.000 postes suivront.'
    for (const proposal of readArticle(text)) {
      if (proposal.field !== 'jobs' && proposal.field !== 'amount') continue
      const alone = readQuantity(text.slice(proposal.start, proposal.end), {
        unit: proposal.field === 'jobs' ? 'persons' : 'money',
      })
      expect(alone.ok && alone.literal).toBe(proposal.reading.ok && proposal.reading.literal)
    }
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    'créer',
    '1.500',
    'emplois',
    'و',
    '٣',
    'DH',
    'million',
    '2027',
    'by',
    'à',
    'entre',
    'et',
    '€',
    '\n\n',
    '. ',
    'مليون',
    'درهم',
    'signed',
    '29 avril 2024',
    '%',
    'workforce',
    'triple',
    '-',
    '(',
    'dont',
    'années',
  )
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 60 }).map((list) => list.join('')),
  )

  test('never throws, and every fragment lies in the text, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const { start, end } of readArticle(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
      }),
      { numRuns: 1500 },
    )
  })

  const long = (piece: string, length = 100_000) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

  // A reader that looks back over all that it has read would take minutes here and end at the time limit of a test.
  test.each([
    'Le groupe investira 50 MDH et créera 500 emplois directs d’ici 2027. ',
    '1 ',
    '1,',
    'و',
    'entre 1 et ',
    '9',
    '2027-',
    'million ',
    'emplois directs et ',
    "d'ici ",
    `Rabat, le 29 avril 2024 – Le ministre et le PDG du groupe ont signé un protocole d'accord prévoyant la création de 1.500 emplois à haute valeur ajoutée à l'horizon 2027. Le groupe, présent au Maroc depuis de longues années, compte renforcer ses équipes et diversifier ses métiers, en lien avec les universités et les écoles du pays. L'investissement dépasse les 50 millions de dirhams. وقعت الشركة مذكرة تفاهم تروم إحداث 2500 منصب شغل قار ومباشر بحلول سنة 2027. The company said that it was pleased to deepen a partnership that had begun some years before, and thanked the authorities for their support. `,
  ])('100,000 characters of %j are read to their end', (piece) => {
    const text = `${long(piece)}\n\nThe plant will create 640 jobs.`
    const last = readArticle(text).at(-1)
    expect(text.slice(last?.start, last?.end)).toContain('640')
  })
})
