import { getLocale, getTranslations } from 'next-intl/server'
import { type Done, explain } from '@/app/(desk)/form-action'
import type { Member } from '@/app/session'
import { Refused } from '@/lib/errors'
import { type FreshLink, sendLink } from '@/lib/features/accounts/send-link'

/** Sends a fresh link where there is a mail server, and shows it in any case: a letter may be lost. */
export async function handedOver(
  viewer: Member['viewer'],
  link: Omit<FreshLink, 'language'>,
  { label, byHand }: { label: string; byHand: string },
): Promise<Done> {
  const t = await getTranslations('accounts')
  const { email, address } = link
  const revealed = [{ label, values: [address] }]
  try {
    const sent = await sendLink(viewer, { ...link, language: await getLocale() })
    return { done: sent ? t('linkSent', { email }) : byHand, revealed }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { done: byHand, error: await explain(error), revealed }
  }
}
