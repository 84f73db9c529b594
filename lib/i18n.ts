import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale, LOCALE_HEADER } from './locale'
import ar from './messages/ar.json'
import en from './messages/en.json'
import fr from './messages/fr.json'

const MESSAGES = { en, fr, ar }

/** next-intl's configuration of one request: proxy.ts has already chosen the language. */
export default getRequestConfig(async () => {
  const asked = (await headers()).get(LOCALE_HEADER)
  const locale = chooseLocale({ address: asked, cookie: undefined, accept: null })
  return { locale, messages: MESSAGES[locale], timeZone: 'Africa/Casablanca' }
})
