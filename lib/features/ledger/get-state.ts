import 'server-only'
import { authorise, type Viewer } from '@/lib/auth/viewer'
import { versionOf } from '@/lib/data/agreements'
import { head } from '@/lib/data/changes'
import { reader } from '@/lib/data/client'
import { isReference } from '@/lib/domain/literal-lists'

/** What every answer about the ledger rests on. */
export interface LedgerState {
  seq: number
  /** Of the last change, in hexadecimal: it stands for everything before. */
  hash: string
  /** The version of the agreement asked about; null when there is none of that reference. */
  version: number | null
}

/** The last change of the ledger and, where an agreement is named, its version: what is asked before anything is read. Throws Forbidden. */
export async function getState(viewer: Viewer, reference: string | null): Promise<LedgerState> {
  authorise(viewer, 'portfolio.read')
  const named = reference !== null && isReference(reference) ? reference : null
  const [{ seq, hash }, version] = await Promise.all([
    head(reader()),
    named === null ? null : versionOf(reader(), named),
  ])
  return { seq, hash: hash.toString('hex'), version }
}
