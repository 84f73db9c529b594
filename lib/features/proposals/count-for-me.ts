import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { pool } from '@/lib/data/client'
import { countReturned, countWaiting } from '@/lib/data/proposals'
import { holds } from '@/lib/domain/permissions'

/** How many proposals wait for the asking account: of a reviewer the submissions of others, of an author its own returned ones. Throws Forbidden. */
export async function countForMe(viewer: Viewer): Promise<number> {
  authorise(viewer, 'proposal.read')
  const { actor, name, region } = viewer
  if (actor !== 'nobody' && holds(actor, 'proposal.review'))
    return countWaiting(pool(), { except: name, region })
  return countReturned(pool(), name)
}
