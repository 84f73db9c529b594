import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { revokeToken as revoke } from '@/lib/data/api-tokens'
import { transaction } from '@/lib/data/client'
import { NotFound } from '@/lib/errors'
import { type FormTexts, idForm, parseForm } from '@/lib/schemas/accounts'

/** Makes a token useless at once. Throws Forbidden, InvalidInput and NotFound. */
export async function revokeToken(viewer: Viewer, texts: FormTexts): Promise<void> {
  authorise(viewer, 'token.manage')
  const { id } = parseForm(idForm, texts)
  await transaction(async (tx) => {
    const token = await revoke(tx, id)
    if (token === null) throw new NotFound('token', id)
    const detail = { token: id, name: token.name }
    await appendEvent(tx, {
      actor: viewer.name,
      verb: 'token_revoked',
      subject: token.accountId,
      detail,
    })
  })
}
