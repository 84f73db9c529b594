import { terminal } from '@/lib/auth/viewer'
import { generateClient } from '@/lib/commands/client'
import type { OpenDatabase } from '@/lib/commands/database'
import { Failure } from '@/lib/commands/failure'
import type { ChainBreak } from '@/lib/data/chain-breaks'
import type { Orphans } from '@/lib/data/orphans'
import type { ChainHead } from '@/lib/features/ledger/verify-ledger'

/** Holds the chain of changes to its hashes, and every record to a change that exists. Throws Failure when it is broken. */
export async function verify(_database: OpenDatabase, args: string[]): Promise<void> {
  const kept = readHead(args)
  await generateClient()
  const { verifyLedger } = await import('@/lib/features/ledger/verify-ledger')
  const { head, breaks, orphans, keptHolds } = await verifyLedger(terminal(), kept)
  for (const broken of breaks) console.log(inWords(broken))
  for (const orphan of orphans) console.log(orphanInWords(orphan))
  if (keptHolds === false)
    console.log(`The chain does not lead through ${kept?.seq}:${kept?.hash}.`)
  console.log(`head ${head.seq}:${head.hash}`)
  if (breaks.length + orphans.length > 0 || keptHolds === false)
    throw new Failure('The ledger is not what was written.')
  console.log(
    'The chain is whole. Keep the head elsewhere: npm run db -- verify --head=HEAD shows later that nothing before it was rewritten.',
  )
}

/** `--head=SEQ:HASH`, or nothing. */
function readHead([given]: string[]): ChainHead | null {
  if (given === undefined) return null
  const [, seq, hash] = /^--head=([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(given) ?? []
  if (seq === undefined || hash === undefined)
    throw new Failure('--head takes SEQ:HASH, as an earlier verify printed it.')
  return { seq: Number(seq), hash }
}

/** What was done to the chain, as the terminal says it. */
export function inWords({ kind, seq, to }: ChainBreak): string {
  switch (kind) {
    case 'changed':
      return `change ${seq} was changed${seq > 1 ? `, or change ${seq - 1} together with its hash` : ''}`
    case 'hash':
      return `change ${seq} has another hash than was written`
    case 'removed':
      return seq === to ? `change ${seq} was removed` : `changes ${seq} to ${to} were removed`
    case 'cut':
      return `before change ${seq} one was removed, and the rest renumbered`
    case 'inserted':
      return `change ${seq} was inserted`
    case 'exchanged':
      return `changes ${seq} and ${to} stand in each other's place`
  }
}

function orphanInWords({ table, column, count, seq }: Orphans): string {
  return `${table}: ${count} rows name a change that does not exist (${column} ${seq})`
}
