import { secretHash } from '@/lib/auth/secret'
import { openLink } from '@/lib/data/account-links'
import { accountById } from '@/lib/data/accounts'
import type { LinkKind } from '@/lib/domain/accounts'
import type { Region, Role } from '@/lib/domain/types'
import { NotFound } from '@/lib/errors'

/** Whom a link is for. */
export interface OfferedLink {
  email: string
  name: string | null
  role: Role
  region: Region | null
}

/** Whom an open invitation or a reset is for. Throws NotFound when the link is unknown, used or too old: which of them is nobody's business. */
export async function getLink(
  kind: Extract<LinkKind, 'invitation' | 'reset'>,
  token: string,
): Promise<OfferedLink> {
  const link = await openLink(kind, secretHash(token))
  const account = link?.accountId ? await accountById(link.accountId) : null
  if (account) return account
  if (!link?.email || !link.role) throw new NotFound('link', kind)
  return { email: link.email, name: null, role: link.role, region: link.region }
}
