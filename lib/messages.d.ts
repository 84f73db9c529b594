import type { Locale } from './format'
import type en from './messages/en.json'

// English is the shape of all three files (a test holds the others to it), so a missing key is a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof en
  }
}
