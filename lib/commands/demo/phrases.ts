import type { Deadline } from '@/lib/domain/types'
import { type Language, monthName, printed } from './language'
import type { Stated } from './promise'

/** How a source words a number of jobs; `direct` where it says so. */
export interface JobsWording {
  measure: string
  scope: string
  language: Language
}

const SIGNS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { '>': 'more than ', '>=': 'at least ', '~': 'about ', '<=': 'up to ', '<': 'fewer than ' },
  fr: { '>': 'plus de ', '>=': 'au moins ', '~': 'près de ', '<=': 'jusqu’à ', '<': 'moins de ' },
  ar: { '>': 'أكثر من ', '>=': 'ما لا يقل عن ', '~': 'حوالي ', '<=': 'إلى غاية ', '<': 'أقل من ' },
}

const BETWEEN: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['between ', ' and '],
  fr: ['entre ', ' et '],
  ar: ['بين ', ' و'],
}

const SCOPES: Readonly<Record<string, readonly [string, string, string]>> = {
  direct: ['direct jobs', 'emplois directs', 'منصب شغل مباشر'],
  mixed: ['direct and indirect jobs', 'emplois directs et indirects', 'منصب مباشر وغير مباشر'],
  indirect: ['indirect jobs', 'emplois indirects', 'منصب شغل غير مباشر'],
  induced: ['induced jobs', 'emplois induits', 'منصب شغل مستحث'],
  unspecified: ['jobs', 'emplois', 'منصب شغل'],
}

const ORDER = { en: 0, fr: 1, ar: 2 } as const

function number(stated: Stated, language: Language): string {
  const low = printed(stated.low, language)
  if (stated.high === null) return `${SIGNS[language][stated.sign] ?? ''}${low}`
  const [before, between] = BETWEEN[language]
  return `${before}${low}${between}${printed(stated.high, language)}`
}

/** The fragment that carries a promised number of jobs: "plus de 2 800 emplois"; empty where there is none. */
export function jobsPhrase(stated: Stated, { measure, scope, language }: JobsWording): string {
  if (stated.reason) return ''
  const n = number(stated, language)
  const frames: Readonly<Record<string, readonly [string, string, string]>> = {
    headcount_level: [`a workforce of ${n}`, `un effectif de ${n} personnes`, `${n} مستخدم`],
    gross_hires: [`${n} recruits`, `${n} recrutements`, `توظيف ${n} شخص`],
    jobs_retained: [`${n} jobs preserved`, `maintien de ${n} emplois`, `الحفاظ على ${n} منصب شغل`],
  }
  const frame = frames[measure]
  return frame
    ? frame[ORDER[language]]
    : `${n} ${(SCOPES[scope] ?? SCOPES.unspecified)?.[ORDER[language]]}`
}

const MONEY: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    MAD: 'dirhams',
    EUR: 'euros',
    USD: 'dollars',
    m: 'million',
    M: 'million',
    b: 'billion',
    B: 'billion',
  },
  fr: {
    MAD: 'dirhams',
    EUR: 'euros',
    USD: 'dollars',
    m: 'million',
    M: 'millions',
    b: 'milliard',
    B: 'milliards',
  },
  ar: { MAD: 'درهم', EUR: 'أورو', USD: 'دولار', m: 'مليون', M: 'مليون', b: 'مليار', B: 'مليار' },
}

/** The fragment that carries an amount given in millions: "2,1 milliards de dirhams". */
export function moneyPhrase(stated: Stated, language: Language): string {
  if (stated.reason) return ''
  const words = MONEY[language]
  const billions = stated.low >= 1000
  const value = billions ? Number((stated.low / 1000).toFixed(4)) : stated.low
  const digits = language === 'en' ? String(value) : String(value).replace('.', ',')
  const unit = words[billions ? (value < 2 ? 'b' : 'B') : value < 2 ? 'm' : 'M'] ?? ''
  const of = language === 'fr' ? (words[stated.currency] === 'euros' ? ' d’' : ' de ') : ' '
  return `${SIGNS[language][stated.sign] ?? ''}${digits} ${unit}${of}${words[stated.currency] ?? ''}`
}

const ORDINALS: Readonly<Record<Language, readonly string[]>> = {
  en: ['first', 'second', 'third', 'fourth'],
  fr: ['premier', 'deuxième', 'troisième', 'quatrième'],
  ar: ['الأول', 'الثاني', 'الثالث', 'الرابع'],
}

function periodPhrase(period: string, language: Language): string {
  const [year = '', part, day] = period.split('-')
  if (part === undefined) return year
  const ordinal = ORDINALS[language][Number(part.slice(1)) - 1] ?? ''
  const half = part.startsWith('H')
  if (half || part.startsWith('Q')) {
    const names = {
      en: `the ${ordinal} ${half ? 'half' : 'quarter'} of ${year}`,
      fr: `le ${ordinal} ${half ? 'semestre' : 'trimestre'} ${year}`,
      ar: `${half ? 'النصف' : 'الربع'} ${ordinal} من ${year}`,
    }
    return names[language]
  }
  const month = `${monthName(Number(part), language)} ${year}`
  if (day === undefined) return month
  return language === 'fr' ? `le ${Number(day)} ${month}` : `${Number(day)} ${month}`
}

const PREPOSITIONS: Readonly<Record<Language, Readonly<Record<Deadline['preposition'], string>>>> =
  {
    en: { by: 'by', before: 'before', in: 'in', end_of: 'by the end of' },
    fr: { by: 'd’ici', before: 'avant', in: 'en', end_of: 'fin' },
    ar: { by: 'بحلول', before: 'قبل', in: 'خلال', end_of: 'نهاية' },
  }

/** The fragment that carries a deadline: "d'ici 2027", "in the first half of 2027"; empty without one. */
export function deadlinePhrase(deadline: Deadline | null, language: Language): string {
  if (!deadline) return ''
  const { preposition, period } = deadline
  const words = `${PREPOSITIONS[language][preposition]} ${periodPhrase(period, language)}`
  return language === 'fr' ? words.replace(/^en le /, 'au ') : words
}

const COUNTED: Readonly<Record<string, readonly [string, string, string]>> = {
  headcount: ['# employees', '# collaborateurs', '# مستخدم'],
  created_cumulative: ['# jobs created', '# emplois créés', 'إحداث # منصب شغل'],
  hires_cumulative: ['# people recruited', '# personnes recrutées', 'توظيف # شخص'],
}

/** The fragment of a report that carries a count. */
export function countPhrase(kind: string, value: Stated, language: Language): string {
  return (COUNTED[kind]?.[ORDER[language]] ?? '#').replace('#', number(value, language))
}

/** The fragment of a report that carries spending so far, in millions. */
export function spentPhrase(stated: Stated, language: Language): string {
  const amount = moneyPhrase(stated, language)
  return { en: `${amount} invested`, fr: `${amount} investis`, ar: `استثمار ${amount}` }[language]
}
