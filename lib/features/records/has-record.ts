import { authorise, type Viewer } from '@/lib/auth/viewer'
import { isRecorded } from '@/lib/data/recorded'
import type { Instant, RecordKind } from '@/lib/domain/types'

/** Whether a record of that name stands in the book, or did by `knownAt` (null: ever). Throws Forbidden. */
export async function hasRecord(
  viewer: Viewer,
  { kind, name }: { kind: RecordKind; name: string },
  knownAt: Instant | null,
): Promise<boolean> {
  authorise(viewer, 'portfolio.read')
  return !name.includes('\0') && isRecorded(kind, name, knownAt) // PostgreSQL takes no NUL to look for
}
