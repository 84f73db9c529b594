import { type Measured, median } from './measure'

const REQUESTS = 15

/** Measures pages of a running server, each beside the emptiest answer that the same server gives. */
export async function benchPages(address: string): Promise<Measured[]> {
  const read = async (path: string) => {
    const response = await fetch(`${address}${path}`)
    const text = await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return text.length
  }
  const atBest = await median(REQUESTS * 3, () => read('/api/health/live'))
  const measured: Measured[] = []
  for (const [work, path] of [
    ['the dashboard as HTML', '/'],
    ['the list as HTML', '/agreements'],
    ['an agreement as HTML', '/agreements/BENCH-000001'],
  ] as const) {
    const amount = `${Math.round((await read(path)) / 1_000)} kB`
    const ours = await median(REQUESTS, () => read(path))
    measured.push({ work, limit: 'an empty 200 of the same server', amount, ours, atBest })
  }
  return measured
}
