import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { type ChainBreak, chainBreaks } from '@/lib/data/chain-breaks'
import { eachChange, hashAt, head } from '@/lib/data/changes'
import { transaction } from '@/lib/data/client'
import { type Orphans, orphans } from '@/lib/data/orphans'

/** The last change and its hash: whoever keeps it can prove later that nothing before it was rewritten. */
export interface ChainHead {
  seq: number
  /** In hexadecimal. */
  hash: string
}

/** What a verification found. */
export interface Verification {
  head: ChainHead
  /** Where the chain of changes is broken, in order; the first hundred. */
  breaks: ChainBreak[]
  /** Records that name a change which does not exist. */
  orphans: Orphans[]
  /** Whether the chain still leads through the head that was kept; null when none was given. */
  keptHolds: boolean | null
}

// A table of which everything was altered needs no longer list to be believed.
const MOST_BREAKS = 100

/**
 * Walks the hash chain of all changes as of one moment, in bounded memory, and looks for records without their change.
 * `kept` is a head from an earlier day. Throws Forbidden without the permission change.read.
 */
export async function verifyLedger(viewer: Viewer, kept: ChainHead | null): Promise<Verification> {
  authorise(viewer, 'change.read')
  return transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read read only')
    const breaks: ChainBreak[] = []
    for await (const broken of chainBreaks(eachChange(tx)))
      if (breaks.length < MOST_BREAKS) breaks.push(broken)
    const { seq, hash } = await head(tx)
    return {
      head: { seq, hash: hash.toString('hex') },
      breaks,
      orphans: await orphans(tx),
      keptHolds: kept === null ? null : (await hashAt(tx, kept.seq)) === kept.hash,
    }
  })
}
