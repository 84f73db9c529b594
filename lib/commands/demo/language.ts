/** The language of the source that carries an agreement. */
export type Language = 'en' | 'fr' | 'ar'

export type Localised = Readonly<Record<Language, string>>

const MONTHS: Readonly<Record<Language, string>> = {
  en: 'January February March April May June July August September October November December',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  ar: 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر',
}

/** The name of a month, 1 = January. */
export function monthName(month: number, language: Language): string {
  return MONTHS[language].split(' ')[month - 1] ?? ''
}

/** A whole number as the press of that language prints it: 1,500 · 1 500 · 1500. */
export function printed(value: number, language: Language): string {
  const digits = String(Math.abs(value))
  const separator = { en: ',', fr: ' ', ar: '' }[language]
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, separator)
  return value < 0 ? `-${grouped}` : grouped
}
