import fc from 'fast-check'
import { batchCsv } from '@/lib/commands/demo/batch-csv'
import { anyPortfolio, KINDS, named, type Portfolio } from './any-portfolio'
import { type Book, newBook } from './book'
import { STATED } from './stated'

// A file as an agency would bring it.
const PER_FILE = 1_000

const REDUCE_WITHIN_MS = 120_000

interface Said {
  subject: string
  said: string
}

/** A difference and the number of the portfolio that it lies in. */
interface Difference {
  portfolio: number
  what: string
}

function numberOf(reference: string): number {
  return Number(/^P(\d+)-/.exec(reference)?.[1])
}

async function bringAll(book: Book, portfolios: readonly Portfolio[]): Promise<Difference[]> {
  for (let first = 0; first < portfolios.length; first += PER_FILE) {
    const some = portfolios.slice(first, first + PER_FILE)
    for (const kind of KINDS) {
      const rows = some.flatMap((portfolio) => portfolio[kind])
      const { refused } = await book.bring(kind, batchCsv(kind, rows))
      const found = refused.map(({ line, column, value, reason }) => ({
        portfolio: numberOf(rows[line - 2]?.reference ?? rows[line - 2]?.code ?? ''),
        what: `${kind} refused: ${column} ${JSON.stringify(value)} ${reason.code}`,
      }))
      if (found.length > 0) return found
    }
  }
  return []
}

function otherwise(before: readonly Said[], after: readonly Said[]): Difference[] {
  const held = new Map(after.map(({ subject, said }) => [subject, said]))
  const lost = before.filter(({ subject, said }) => held.get(subject) !== said)
  const found = lost.map(({ subject }) => ({
    portfolio: numberOf(subject),
    what: `${subject} ${held.has(subject) ? 'says something else' : 'is missing'}`,
  }))
  if (before.length >= after.length) return found
  return [...found, { portfolio: 0, what: `${after.length - before.length} more than before` }]
}

/** Brings portfolios into an empty book, takes its five files out and brings them into another empty book: where the two differ in what they state, or in the files that they give. */
export async function differences(portfolios: readonly Portfolio[]): Promise<Difference[]> {
  const first = await newBook()
  const refused = await bringAll(
    first,
    portfolios.map((one, index) => named(one, `P${index}-`)),
  )
  if (refused.length > 0) return refused
  await first.query('analyze')
  const stated = await first.query<Said>(STATED)
  const files: [(typeof KINDS)[number], Buffer][] = []
  for (const kind of KINDS) files.push([kind, await first.take(kind)])
  const second = await newBook()
  for (const [kind, file] of files) {
    const { refused: again } = await second.bring(kind, file)
    if (again[0])
      return again.map(({ line, column, value, reason }) => ({
        portfolio: numberOf(
          file
            .toString()
            .split('\r\n')
            .find((text) => text.includes(value)) ?? '',
        ),
        what: `${kind} of the book refused at line ${line}: ${column} ${JSON.stringify(value)} ${reason.code}`,
      }))
  }
  await second.query('analyze')
  const found = otherwise(stated, await second.query<Said>(STATED))
  for (const [kind, file] of files)
    if (!(await second.take(kind)).equals(file) && found.length === 0)
      found.push({ portfolio: 0, what: `${kind} is other bytes` })
  return found
}

/** Holds so many random portfolios to coming back as they went in; a failing one is reduced to the least that fails, alone. */
export async function holdPortfolios(count: number, seed: number): Promise<void> {
  console.log(`${count} portfolios of seed ${seed}`)
  const [first] = await differences(fc.sample(anyPortfolio, { seed, numRuns: count }))
  if (!first) return
  console.log(`portfolio ${first.portfolio}: ${first.what}; reducing it …`)
  await fc.assert(
    fc.asyncProperty(anyPortfolio, async (portfolio) => {
      const [found] = await differences([portfolio])
      if (found) throw new Error(found.what)
    }),
    { seed, path: String(first.portfolio), numRuns: 1, interruptAfterTimeLimit: REDUCE_WITHIN_MS },
  )
  throw new Error(`portfolio ${first.portfolio} of seed ${seed}, only among others: ${first.what}`)
}
