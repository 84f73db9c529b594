import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { type LikePerson, peopleLike } from '@/lib/data/like-names'

const LONGEST = 200

/** The persons that somebody who types this name may mean, the likest first, 8 at most. Throws Forbidden. */
export async function findPeople(viewer: Viewer, text: string): Promise<LikePerson[]> {
  authorise(viewer, 'proposal.create')
  const typed = text.replaceAll('\0', '').trim().slice(0, LONGEST)
  return typed === '' ? [] : peopleLike(pool(), typed)
}
