import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { closeInvitation } from '@/lib/data/account-links'
import { transaction } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { type FormTexts, idForm, parseForm } from '@/lib/schemas/accounts'

/** Makes an open invitation useless. Throws Forbidden, InvalidInput and NotFound. */
export async function withdrawInvitation(viewer: Viewer, texts: FormTexts): Promise<void> {
  authorise(viewer, 'account.manage')
  const { id } = parseForm(idForm, texts)
  await transaction(async (tx) => {
    const email = await closeInvitation(tx, id)
    if (email === null) throw new NotFound('link', id)
    await appendEvent(tx, { actor: viewer.name, verb: 'invitation_withdrawn', subject: email })
  })
}
