import type { Region } from '@/lib/domain/types'
import type { Language } from './language'
import type { Random } from './random'

/** Public bodies under generic names, the sectors they look after, and two office holders: until 30 months ago, and since. */
const BODIES = `
Ministry of Industry|automotive aeronautics rail textile batteries mixed_industry other wind_energy|Othmane Sebbahi-Lamrini|Meryem Oukhouyane|Minister of Industry|Ministre de l’Industrie|وزارة الصناعة
Ministry of Digital Transition|it_services outsourcing engineering_services data_centres telecoms cybersecurity|Ikram Zaïdounate|Yassir Amellalou|Minister of Digital Transition|Ministre de la Transition numérique|وزارة الانتقال الرقمي
Ministry of Energy and Water|energy_water green_hydrogen mining_chemicals|Rachid Aït Wahmane|Salwa Benzekkouri|Minister of Energy and Water|Ministre de l’Énergie et de l’Eau|وزارة الطاقة والماء
Ministry of Agriculture|agri_food|Fouad Belghazouane|نعيمة الوردغيري|Minister of Agriculture|Ministre de l’Agriculture|وزارة الفلاحة
Ministry of Health|pharma|Siham Tahraouite|Hamza Tazroualte|Minister of Health|Ministre de la Santé|وزارة الصحة
National Investment Agency|batteries green_hydrogen data_centres pharma rail|Karim Lahbabou|Nadia Ouardighane|Director of the agency|Direction de l’agence|إدارة الوكالة`

const REGIONAL: Readonly<Partial<Record<Region, string>>> = {
  'MA-01': 'Tanger-Tétouan-Al Hoceïma',
  'MA-02': 'Oriental',
  'MA-03': 'Fès-Meknès',
  'MA-04': 'Rabat-Salé-Kénitra',
  'MA-05': 'Béni Mellal-Khénifra',
  'MA-06': 'Casablanca-Settat',
  'MA-07': 'Marrakech-Safi',
  'MA-08': 'Drâa-Tafilalet',
  'MA-09': 'Souss-Massa',
  'MA-10': 'Guelmim-Oued Noun',
  'MA-11': 'Laâyoune-Sakia El Hamra',
  'MA-12': 'Dakhla-Oued Ed-Dahab',
}

const FIRST: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  en: [
    'Harriet',
    'Duncan',
    'Ingrid',
    'Tomasz',
    'Priya',
    'Callum',
    'Yuki',
    'Astrid',
    'Wei',
    'Leila',
  ],
  fr: [
    'Aurélie',
    'Bertrand',
    'Solène',
    'Ghislain',
    'Houda',
    'Mehdi',
    'Clothilde',
    'Anas',
    'Zineb',
    'Thibault',
  ],
  ar: ['سعاد', 'ياسين', 'خديجة', 'عبد الرحيم', 'لطيفة', 'مروان', 'هاجر', 'إدريس', 'سناء', 'بدر'],
}

const LAST: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  en: [
    'Colbeckham',
    'Arkwelden',
    'Vestergrenne',
    'Wielgorskin',
    'Ramanathine',
    'Ferncastle',
    'Morishige-Lund',
    'Okonquay',
    'Tanwei',
    'Haddowell',
  ],
  fr: [
    'Castanetto',
    'Lhuissaire',
    'Bonneval-Tirelle',
    'Sefrouane',
    'Aït Lmoudden',
    'Garrigueux',
    'Benjellaline',
    'Montauriol-Sens',
    'Chraïbane',
    'Tazinet',
  ],
  ar: [
    'أمغارون',
    'بنزكورة',
    'الوزانياتي',
    'أيت تمغارت',
    'الفاسيلي',
    'بوعنانية',
    'السطاتيوي',
    'أوبلعيدن',
    'المراكشاني',
    'تازروالتي',
  ],
}

const CHIEF: Readonly<Record<Language, readonly [string, ...string[]]>> = {
  en: ['Chief Executive', 'Managing Director, Morocco', 'President'],
  fr: ['DG', 'PDG', 'Responsable Maroc'],
  ar: ['الإدارة العامة', 'رئاسة مجلس الإدارة', 'إدارة فرع المغرب'],
}

/** Bodies at the table, and who signed for whom, as files write them. */
export interface Table {
  bodies: string
  signatories: string
}

export interface Ceremony {
  sector: string
  region: Region
  language: Language
  company: string
  /** Months since the signature: who held the office then. */
  months: number
  /** Several unnamed companies have no representative. */
  group: boolean
  announced: boolean
}

/** The public bodies and the people of one signing. */
export function ceremony(c: Ceremony, random: Random, ofCompany: Random): Table {
  const officials = BODIES.trim()
    .split('\n')
    .map((line) => line.split('|'))
    .filter(([, sectors = '']) => sectors.split(' ').includes(c.sector))
  const bodies = officials.map(([name = '']) => name)
  const area = REGIONAL[c.region]
  if (area && random.chance(0.45)) bodies.push(`Regional Investment Centre, ${area}`)
  const column = { en: 4, fr: 5, ar: 6 }[c.language]
  const people = officials.map((row, i) => {
    const capacity = c.announced
      ? 'announced'
      : i > 0
        ? 'present'
        : random.pick(['signed', 'signed', 'presided'])
    return `government|${capacity}|${row[c.months > 30 ? 2 : 3]}|${row[column]}`
  })
  if (!c.group) {
    // The head of a company signs each of its agreements.
    const name = `${ofCompany.pick(FIRST[c.language])} ${ofCompany.pick(LAST[c.language])}`
    const capacity = c.announced
      ? 'present'
      : random.pick(['signed', 'signed', 'signed', 'initialled'])
    people.push(`company|${capacity}|${name}|${ofCompany.pick(CHIEF[c.language])}`)
  }
  if (c.group)
    people.push('other|present|Abdelhafid Tigmatine|President of the employers’ federation')
  return { bodies: bodies.join(';'), signatories: people.join(';') }
}
