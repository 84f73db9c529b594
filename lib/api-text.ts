import { createTranslator } from 'use-intl/core'
import type { Locale } from './format'
import { acceptedLocale, chooseLocale } from './locale'
import ar from './messages/ar.json'
import en from './messages/en.json'
import fr from './messages/fr.json'

const MESSAGES = { en, fr, ar }

/** The words of the API, which answers outside any page. */
export function apiText(locale: Locale) {
  return createTranslator({ locale, messages: MESSAGES[locale] })
}

/** The language in which a request is answered: its address, else what it accepts, else English. */
export function requestLocale(request: Request): Locale {
  const accept = request.headers.get('accept-language')
  const address = new URL(request.url).searchParams.get('lang')
  return chooseLocale({ address, cookie: undefined, accept }) ?? acceptedLocale(accept) ?? 'en'
}
