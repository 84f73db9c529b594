import { requireSession } from '@/lib/auth/session'
import { appendEvent } from '@/lib/data/account-events'
import { type Account, writeProfile } from '@/lib/data/accounts'
import { transaction } from '@/lib/data/client'
import { type FormTexts, parseForm, profileForm } from '@/lib/schemas/accounts'

/** Changes the asking account's display name and language; returns the language. Throws Unauthenticated and InvalidInput. */
export async function updateProfile(
  texts: FormTexts,
  headers: Headers,
): Promise<Account['language']> {
  const { account } = await requireSession(headers)
  const { name, language } = parseForm(profileForm, texts)
  await transaction(async (tx) => {
    await writeProfile(tx, account.id, name, language)
    if (name === account.name) return
    const detail = { name, nameBefore: account.name }
    await appendEvent(tx, { actor: account.id, verb: 'changed', subject: account.id, detail })
  })
  return language
}
