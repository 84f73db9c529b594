import { folded } from './folded'

// Languages in which agreements and their sources are written; any other comes as its code.
const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pt', 'ru', 'tr', 'zh']

const names = new Map(
  ['en', 'fr', 'ar'].flatMap((locale) => {
    const displayed = new Intl.DisplayNames(locale, { type: 'language' })
    return LANGUAGES.map((code) => [folded(displayed.of(code) ?? code), code] as const)
  }),
)

/** The code of a language by its name in English, French or Arabic; null when it is none of ours. */
export function languageOf(text: string): string | null {
  return names.get(folded(text)) ?? null
}
