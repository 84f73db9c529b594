import { authorise, type Viewer } from '@/lib/auth/viewer'
import { isRecorded } from '@/lib/data/recorded'
import type { RecordKind } from '@/lib/domain/types'

/** Whether a record of that name stands in the book, or once did. Throws Forbidden. */
export async function hasRecord(viewer: Viewer, kind: RecordKind, name: string): Promise<boolean> {
  authorise(viewer, 'portfolio.read')
  return !name.includes('\0') && isRecorded(kind, name) // PostgreSQL takes no NUL to look for
}
