import { notFound } from 'next/navigation'
import { type Member, member } from '@/app/session'
import { holds, type Permission } from '@/lib/domain/permissions'

/** The account that asks for a page of administration; for whoever may not see it there is no such page. The verbs refuse by themselves. */
export async function permitted(permission: Permission): Promise<Member> {
  const asking = await member()
  const { actor } = asking.viewer
  if (actor === 'nobody' || !holds(actor, permission)) notFound()
  return asking
}
