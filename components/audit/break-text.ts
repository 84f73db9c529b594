import type { Verification } from '@/lib/features/ledger/verify-ledger'

type Broken = Verification['breaks'][number]
type Words = 'breaks.removedOne' | `breaks.${Broken['kind']}`

/** What was done to the chain, with the numbers of the changes that it was done to. */
export function breakText(
  t: (key: Words, values: Record<string, number>) => string,
  { kind, seq, to }: Broken,
): string {
  const one = kind === 'removed' && seq === to
  return t(one ? 'breaks.removedOne' : `breaks.${kind}`, { seq, to, before: seq - 1 })
}
