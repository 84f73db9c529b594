import type { IsoDate } from '@/lib/domain/types'
import type { Language } from './language'
import type { Random } from './random'

/** A page that exists nowhere: every address lies under the reserved `.example`. */
export interface Page {
  source_url: string
  source_publisher: string
  source_date: string
}

const PRESS: Readonly<Record<Language, readonly [[string, string], ...[string, string][]]>> = {
  en: [
    ['strait-chronicle.example', 'The Strait Chronicle'],
    ['atlas-business-wire.example', 'Atlas Business Wire'],
  ],
  fr: [
    ['echo-des-regions.example', 'L’Écho des Régions'],
    ['gazette-industrielle.example', 'La Gazette industrielle'],
    ['le-matinal-economique.example', 'Le Matinal économique'],
  ],
  ar: [
    ['addifa-alatlassia.example', 'الضفة الأطلسية'],
    ['almaghrib-aliqtissadi.example', 'اليومية الاقتصادية'],
  ],
}

/** A press page of a day about a subject. */
export function pressPage(slug: string, day: IsoDate, language: Language, random: Random): Page {
  const [host, publisher] = random.pick(PRESS[language])
  const url = `https://${host}/${day.slice(0, 7).replace('-', '/')}/${slug.toLowerCase()}`
  return { source_url: url, source_publisher: publisher, source_date: day }
}

/** A page on the company's own site. */
export function companyPage(key: string, company: string, path: string, day: IsoDate): Page {
  const host = key.toLowerCase().replace(/-(\d|site|ph1|dbl|port)$/, '')
  const url = `https://www.${host}.example/${path}`
  return { source_url: url, source_publisher: company, source_date: day }
}

/** A page of the follow-up committee that checks counts. */
export function committeePage(path: string, day: IsoDate): Page {
  const url = `https://comite-de-suivi.example/${path.toLowerCase()}`
  return { source_url: url, source_publisher: 'Comité de suivi des engagements', source_date: day }
}
