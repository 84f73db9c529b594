import type { FieldConflict } from '@/lib/errors'
import { type Cells, fieldsOfPayload, type Payload } from '@/lib/schemas/proposal'

function conflicts(theirs: Cells, yours: Cells): FieldConflict[] {
  return [...new Set([...Object.keys(theirs), ...Object.keys(yours)])]
    .map((path) => ({ path, theirs: theirs[path] ?? '', yours: yours[path] ?? '' }))
    .filter((field) => field.theirs !== field.yours)
}

/** The fields in which two versions of a proposal differ. */
export function payloadConflicts(theirs: Payload, yours: Payload): FieldConflict[] {
  return conflicts(fieldsOfPayload(theirs), fieldsOfPayload(yours))
}

/** The fields of an edit that its agreement's row now says otherwise than it did when the edit was begun, or than the edit says. */
export function editConflicts(base: Cells, current: Cells, proposed: Cells): FieldConflict[] {
  const moved = Object.keys(current).filter((column) => (base[column] ?? '') !== current[column])
  const touched = Object.keys(proposed).filter(
    (column) => column in current && proposed[column] !== current[column],
  )
  return [...new Set([...moved, ...touched])].map((path) => ({
    path,
    theirs: current[path] ?? '',
    yours: proposed[path] ?? base[path] ?? '',
  }))
}
