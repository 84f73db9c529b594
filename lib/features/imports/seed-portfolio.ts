import 'server-only'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { authorise, terminal } from '@/lib/auth/viewer'
import { lockChain } from '@/lib/data/changes'
import { transaction } from '@/lib/data/client'
import type { ImportKind } from '@/lib/schemas/import'
import { prepareFile } from './prepare-file'

const DIRECTORY = path.resolve('prisma/portfolio')
const KINDS: readonly ImportKind[] = ['agreements', 'reports', 'targets']

/**
 * Loads the shipped portfolio into a ledger in which nothing was ever recorded, in one transaction, and returns the
 * number of agreements loaded: 0 when the ledger holds anything already. Safe when several instances start at once.
 */
export async function seedPortfolio(): Promise<number> {
  const viewer = terminal()
  authorise(viewer, 'import.accept')
  return transaction(async (tx) => {
    let last = await lockChain(tx)
    if (last.seq > 0) return 0
    let agreements = 0
    for (const kind of KINDS) {
      const file = await readFile(path.join(DIRECTORY, `${kind}.csv`))
      const batch = { actor: viewer.name, id: randomUUID() }
      const { report, write } = await prepareFile(tx, kind, file, batch)
      if (!write) throw new Error(`${kind}.csv was refused: ${JSON.stringify(report.refused[0])}`)
      await write(tx, last, Date.now())
      last = await lockChain(tx)
      if (kind === 'agreements') agreements = report.created
    }
    return agreements
  })
}
