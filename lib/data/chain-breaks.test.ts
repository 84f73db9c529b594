import { expect, test } from 'vitest'
import { type ChainBreak, chainBreaks } from './chain-breaks'
import { type Change, type ChangeDraft, chain, FIRST_HASH, hashOf } from './changes'

const drafts = Array.from({ length: 9 }, (_, index): ChangeDraft => {
  const none = { reason: null, key: null, batch: null, undoes: null }
  return { ...none, actor: 'a', verb: 'v', subject: `A-${index + 1}`, diff: { jobs: index } }
})
const whole = chain({ seq: 0, at: 0, hash: FIRST_HASH }, drafts, 1_000)

async function breaksOf(changes: readonly Change[]): Promise<ChainBreak[]> {
  const breaks: ChainBreak[] = []
  for await (const one of chainBreaks(changes)) breaks.push(one)
  return breaks
}

function at(seq: number): Change {
  const change = whole[seq - 1]
  if (!change) throw new Error(`no change ${seq}`)
  return change
}

const from = (first: number, last = 9) => whole.slice(first - 1, last)
const renumbered = (changes: readonly Change[]) =>
  changes.map((change, index) => ({ ...change, seq: index + 1 }))
const one = (kind: ChainBreak['kind'], seq: number, to = seq) => [{ kind, seq, to }]

test('an untouched chain has no break, nor has an empty one', async () => {
  expect(await breaksOf(whole)).toEqual([])
  expect(await breaksOf([])).toEqual([])
})

test.each([1, 5, 9])('words put into change %i are noticed there and nowhere else', async (seq) => {
  const altered = whole.map((c) => (c.seq === seq ? { ...c, diff: { jobs: 1500 } } : c))
  expect(await breaksOf(altered)).toEqual(one('changed', seq))
})

test('a changed row with a hash made anew does not lead to the next', async () => {
  const lie = { ...at(5), actor: 'somebody' }
  const forged = { ...lie, hash: hashOf(at(4).hash, lie) }
  expect(await breaksOf([...from(1, 4), forged, ...from(6)])).toEqual(one('changed', 6))
})

test('an altered hash', async () => {
  const altered = { ...at(5), hash: Buffer.alloc(32, 7) }
  expect(await breaksOf([...from(1, 4), altered, ...from(6)])).toEqual(one('hash', 5))
})

test('removed rows: 4 and 5 are gone', async () => {
  expect(await breaksOf([...from(1, 3), ...from(6)])).toEqual(one('removed', 4, 5))
  expect(await breaksOf(from(3))).toEqual(one('removed', 1, 2))
})

test('a removed row whose followers were renumbered', async () => {
  expect(await breaksOf(renumbered([...from(1, 3), ...from(5)]))).toEqual(one('cut', 4))
})

test('an inserted row whose followers were renumbered', async () => {
  const invented = { ...at(4), subject: 'INVENTED' }
  expect(await breaksOf(renumbered([...from(1, 3), invented, ...from(4)]))).toEqual(
    one('inserted', 4),
  )
})

test('two rows in each other’s place', async () => {
  const swapped = renumbered([...from(1, 3), at(5), at(4), ...from(6)])
  expect(await breaksOf(swapped)).toEqual(one('exchanged', 4, 5))
})

test('two crimes are two breaks', async () => {
  const altered = whole.map((c) => (c.seq === 2 ? { ...c, actor: 'x' } : c))
  const both = altered.filter(({ seq }) => seq !== 7)
  expect(await breaksOf(both)).toEqual([...one('changed', 2), ...one('removed', 7)])
})
