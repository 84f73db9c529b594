import { newSecret, secretHash } from '@/lib/auth/secret'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { appendEvent } from '@/lib/data/account-events'
import { accountByEmail, accountById } from '@/lib/data/accounts'
import { insertToken } from '@/lib/data/api-tokens'
import { transaction } from '@/lib/data/client'
import { covers } from '@/lib/domain/permissions'
import { InvalidInput, NotFound } from '@/lib/errors'
import { type FormTexts, parseForm, tokenForm } from '@/lib/schemas/accounts'

const DAY_MS = 86_400_000
/** Enough of a token to know it again, too little to use it. */
const HINT_LENGTH = 8

/**
 * Creates a token and returns it; it cannot be shown again. An administrator makes tokens for themselves (whoever holds
 * one acts as its account); the terminal, which has no account, names one. Throws Forbidden, NotFound, and InvalidInput
 * when the role or the region is not within the account's own.
 */
export async function createToken(
  viewer: Viewer,
  texts: FormTexts,
  ownerEmail?: string,
): Promise<string> {
  authorise(viewer, 'token.manage')
  const { name, role, region, days } = parseForm(tokenForm, texts)
  const named = viewer.actor === 'terminal' && ownerEmail !== undefined
  const token = `pb_${newSecret()}`
  await transaction(async (tx) => {
    const owner = await (named ? accountByEmail(ownerEmail, tx) : accountById(viewer.name, tx))
    if (owner === null || owner.disabled) throw new NotFound('account', ownerEmail ?? viewer.name)
    if (!covers(owner.role, role)) throw new InvalidInput([{ path: 'role', code: 'role_beyond' }])
    if (owner.region !== null && region !== owner.region)
      throw new InvalidInput([{ path: 'region', code: 'region_beyond' }])
    const id = await insertToken(tx, {
      hash: secretHash(token),
      accountId: owner.id,
      name,
      hint: token.slice(0, HINT_LENGTH),
      role,
      region,
      expiresAt: new Date(Date.now() + days * DAY_MS),
    })
    const detail = { token: id, name, role, region, days }
    await appendEvent(tx, { actor: viewer.name, verb: 'token_created', subject: owner.id, detail })
  })
  return token
}
