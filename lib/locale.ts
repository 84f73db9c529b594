import { LOCALES, type Locale } from '@/lib/format'

export const LOCALE_COOKIE = 'language'
export const LOCALE_HEADER = 'x-pledgebook-language'

function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text)
}

function quality(parameters: string[]): number {
  const q = parameters.map((part) => /^\s*q=([\d.]+)\s*$/.exec(part)?.[1]).find((found) => found)
  return q === undefined ? 1 : Number(q)
}

/** The language a browser prefers among ours, by RFC 9110 quality; null when it names none of them. */
export function acceptedLocale(header: string | null): Locale | null {
  const wishes = (header ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.split(';')
    return { language: tag.trim().toLowerCase().split('-')[0], quality: quality(parameters) }
  })
  wishes.sort((a, b) => b.quality - a.quality)
  const found = wishes.find((wish) => wish.quality > 0 && isLocale(wish.language))?.language
  return isLocale(found) ? found : null
}

/** The language of a request: its address, else what the reader chose before, else the browser's wish, else English. */
export function chooseLocale(asked: {
  address: string | null
  cookie: string | undefined
  accept: string | null
}): Locale {
  if (isLocale(asked.address)) return asked.address
  if (isLocale(asked.cookie)) return asked.cookie
  return acceptedLocale(asked.accept) ?? 'en'
}
