import { apiText } from '@/lib/api-text'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { accountByEmail } from '@/lib/data/accounts'
import { pool } from '@/lib/data/client'
import { canMail, sendMail } from '@/lib/mail'
import type { LANGUAGES } from '@/lib/schemas/accounts'

/** A single-use link that has just been made. */
export interface FreshLink {
  kind: 'invitation' | 'reset'
  email: string
  /** The whole address, its token included. */
  address: string
  /** The language of whoever made it; an account that has chosen one is written to in its own. */
  language: (typeof LANGUAGES)[number]
}

/** Sends a link to whom it is for; false where no mail server is configured and it is to be handed over by hand. Throws Forbidden, and Refused when the server does not take the letter. */
export async function sendLink(
  viewer: Viewer,
  { kind, email, address, language }: FreshLink,
): Promise<boolean> {
  authorise(viewer, 'account.manage')
  if (!canMail()) return false
  const account = await accountByEmail(email)
  const t = apiText(account?.language ?? language)
  await sendMail({
    to: email,
    subject: t(`accounts.mail.${kind}Subject`),
    text: t(`accounts.mail.${kind}`, { address }),
    // Nobody's holiday answers a letter that a program wrote.
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
  await appendEvent(pool(), {
    actor: viewer.name,
    verb: 'link_sent',
    subject: account?.id ?? email,
    detail: { link: kind },
  })
  return true
}
