import { useLocale, useTranslations } from 'next-intl'
import { periodWords } from '@/components/agreements/deadline-words'

/** The source's own words, in their language. */
export function Quoted({ text, language }: { text: string; language: string | null }) {
  return (
    <bdi>
      <q lang={language ?? undefined} dir="auto">
        {text}
      </q>
    </bdi>
  )
}

export interface Cited {
  url: string | null
  publisher: string | null
  publishedOn: string | null
  language: string | null
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}

/** Who printed it and when, with the way there. */
export function SourceLine({ source }: { source: Cited }) {
  const t = useTranslations()
  const locale = useLocale()
  const publisher = source.publisher ?? (source.url === null ? null : hostOf(source.url))
  if (publisher === null) return <span className="text-faint">{t('agreement.noSource')}</span>
  // Only the name is of another language: the date beside it follows the page.
  const words =
    source.publishedOn === null ? (
      <bdi>{publisher}</bdi>
    ) : (
      t.rich('agreement.published', {
        publisher: () => <bdi>{publisher}</bdi>,
        day: periodWords(locale, t, source.publishedOn, 'short'),
      })
    )
  if (source.url === null) return words
  return (
    <a href={source.url} rel="external" className="link">
      {words}
    </a>
  )
}

/** The words of a statement and its source under its figure. */
export function Evidence({ words, source }: { words: (string | null)[]; source: Cited }) {
  const t = useTranslations('agreement')
  const said = words.filter((text) => text !== null)
  return (
    <p className="grid gap-0.5 text-sm text-soft">
      {said.length === 0 && <span>{t('noWords')}</span>}
      {said.map((text) => (
        <span key={text}>
          <Quoted text={text} language={source.language} />
        </span>
      ))}
      <span>
        <SourceLine source={source} />
      </span>
    </p>
  )
}
