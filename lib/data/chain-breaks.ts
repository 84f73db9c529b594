import { type Change, FIRST_HASH, hashOf } from './changes'

/** Where the chain of changes is not as it was written. Numbers are those that the rows have now. */
export interface ChainBreak {
  /**
   * A row says something else or has another hash; rows are gone, or one before `seq` is and the rest renumbered; one came
   * in; two stand in each other's place.
   */
  kind: 'changed' | 'hash' | 'removed' | 'cut' | 'inserted' | 'exchanged'
  seq: number
  /** The last of the removed, the other of the exchanged; else `seq`. */
  to: number
}

/** The last row judged; `shift`: how far the rows from here on have moved since they were numbered. */
interface Place {
  seq: number
  hash: Buffer
  shift: number
}

interface Judged {
  broken: ChainBreak | null
  next: Place
}

/**
 * Walks changes in the order of their numbers, holding two at a time, and yields where the chain is broken. A hash covers
 * the row, its number and the hash before, so that a row out of place still tells where it was written.
 */
export async function* chainBreaks(
  changes: AsyncIterable<Change> | Iterable<Change>,
): AsyncGenerator<ChainBreak> {
  let place: Place = { seq: 0, hash: FIRST_HASH, shift: 0 }
  let row: Change | null = null
  const judgeNext = (after: Change | null) => {
    // The second of an exchanged pair has been judged with the first.
    if (row === null || row.seq <= place.seq) return null
    const { broken, next } = judge(place, row, after)
    place = next
    return broken
  }
  for await (const after of changes) {
    const broken = judgeNext(after)
    if (broken) yield broken
    row = after
  }
  const broken = judgeNext(null)
  if (broken) yield broken
}

function judge(place: Place, row: Change, after: Change | null): Judged {
  const { seq, hash } = row
  const here = { seq, hash, shift: place.shift }
  // The hash before this row went with the removed ones: it can only be held to the next.
  if (seq > place.seq + 1)
    return { broken: { kind: 'removed', seq: place.seq + 1, to: seq - 1 }, next: here }
  const written = seq - place.shift
  if (fits(place.hash, row, written)) return { broken: null, next: here }
  if (after !== null && fits(place.hash, after, written)) {
    if (fits(after.hash, row, written + 1))
      return {
        broken: { kind: 'exchanged', seq, to: after.seq },
        next: { ...here, seq: after.seq },
      }
    const next = { ...place, seq, shift: place.shift + 1 }
    return { broken: { kind: 'inserted', seq, to: seq }, next }
  }
  if (fits(hash, after, written + 2))
    return { broken: { kind: 'cut', seq, to: seq }, next: { ...here, shift: place.shift - 1 } }
  const right = hashOf(place.hash, { ...row, seq: written })
  if (fits(right, after, written + 1))
    return { broken: { kind: 'hash', seq, to: seq }, next: { ...here, hash: right } }
  return { broken: { kind: 'changed', seq, to: seq }, next: here }
}

/** Whether a row was written as number `seq` behind that hash. */
function fits(previous: Buffer, row: Change | null, seq: number): boolean {
  return row !== null && hashOf(previous, { ...row, seq }).equals(row.hash)
}
