import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { today } from '@/lib/clock'
import { accountById } from '@/lib/data/accounts'
import { type ChasedCompany, chasePage } from '@/lib/data/chase'
import { beginLetter, endLetter, letterTo } from '@/lib/data/letters'
import type { IsoDate } from '@/lib/domain/types'
import { NotFound, Refused } from '@/lib/errors'
import { sendMail } from '@/lib/mail'
import { type FormTexts, parseForm } from '@/lib/schemas/accounts'
import { parseFilters } from '@/lib/schemas/filters'
import { letterForm } from '@/lib/schemas/letters'
import { type LetterText, letterMark } from './letter-mark'

type Language = 'en' | 'fr' | 'ar'

/** Puts what a company owes into words; the words belong to the transport. */
export type Compose = (language: Language, company: ChasedCompany, asOf: IsoDate) => LetterText

/**
 * Asks a company by e-mail for exactly the figures that it owes today and that stood on the screen; answers go to the
 * asking account. Sent once however often it is pressed: the n-th letter to a company begins once. Returns whom it was
 * sent to. Throws Unauthenticated, Forbidden, InvalidInput, NotFound when the company owes nothing, and Refused when the
 * letter is another than the one shown, is under way, was sent by somebody else meanwhile, or is not taken by the server.
 */
export async function sendLetter(
  viewer: Viewer,
  texts: FormTexts,
  compose: Compose,
): Promise<string> {
  authorise(viewer, 'letter.send')
  const { to, company: slug, number, language, asked, seen } = parseForm(letterForm, texts)
  const sent = await alreadySent(viewer, { slug, number, seen })
  if (sent !== null) return sent
  const { company, asOf } = await owedBy(slug, asked)
  const regions = company.figures.map(({ region }) => region)
  authorise(viewer, 'letter.send', { own: false, alone: false, regions })
  const { subject, body } = compose(language, company, asOf)
  if (letterMark({ subject, body }) !== seen) throw new Refused('letter_changed')
  const recipient = to
  const author = viewer.name
  const id = await beginLetter({ slug, number, recipient, language, subject, body, author })
  if (id === null) throw new Refused('letter_under_way')
  const replyTo = (await accountById(author))?.email
  try {
    await sendMail({ to, subject, text: body, replyTo })
  } catch (error) {
    await endLetter(id, error instanceof Error ? reasonOf(error) : String(error))
    throw error
  }
  await endLetter(id, null)
  return to
}

function reasonOf(error: Error): string {
  return error instanceof Refused ? String(error.values?.reason ?? error.code) : error.message
}

/** Whom the n-th letter was sent to by the one who asks again; null while there is none. */
async function alreadySent(
  viewer: Viewer,
  { slug, number, seen }: { slug: string; number: number; seen: string },
): Promise<string | null> {
  const letter = await letterTo(slug, number)
  if (letter === null) return null
  if (letter.sentAt === null) throw new Refused('letter_under_way')
  if (letter.author !== viewer.name)
    throw new Refused('letter_meanwhile', { name: letter.authorName ?? letter.author })
  // Under another owner or region the same company owes other figures: that is another letter.
  if (letterMark(letter) !== seen) throw new Refused('letter_changed')
  return letter.recipient
}

/** What a company owes today, under the filters of the page that showed it. */
async function owedBy(
  slug: string,
  asked: string,
): Promise<{ company: ChasedCompany; asOf: IsoDate }> {
  const filters = parseFilters(new URLSearchParams(asked), 'chase')
  const asOf = today()
  const here = { ...filters, asOf: null, knownAt: null, company: [slug], cursor: null, group: null }
  const { rows } = await chasePage({ filters: here, asOf, knownAt: null, seq: null }, null)
  const company = rows.find((one) => one.slug === slug)
  if (company === undefined) throw new NotFound('company', slug)
  return { company, asOf }
}
