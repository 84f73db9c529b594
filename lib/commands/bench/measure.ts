/** One line of the result: what we take, what the limit takes for the same work, both in milliseconds. */
export interface Measured {
  work: string
  limit: string
  ours: number
  atBest: number
  /** What was done in that time, for people. */
  amount: string
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The median of several runs after one to warm up: a quiet moment and a busy one are both no measure. */
export async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await timed(work))
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

/** The result as lines of text. */
export function table(rows: readonly Measured[]): string[] {
  const cells = rows.map(({ work, limit, ours, atBest, amount }) => [
    work,
    amount,
    milliseconds(ours),
    milliseconds(atBest),
    `${(ours / atBest).toFixed(1)}×`,
    limit,
  ])
  const all = [['', 'amount', 'Pledgebook', 'limit', 'ratio', 'the limit is'], ...cells]
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  )
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function milliseconds(value: number): string {
  return value < 100 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`
}
