import { guessDialect } from '@/lib/files/guess-dialect'
import { readTable } from '@/lib/files/read-table'
for (const f of process.argv.slice(2)) {
  try {
    const t0=performance.now()
    const g = await guessDialect(f)
    const t = await readTable(f, g.dialect)
    let n=0; const first=[] as unknown[]
    for await (const r of t.rows) { n++; if (first.length<2) first.push(r) }
    console.log(f, JSON.stringify(g), JSON.stringify(t.header).slice(0,300), n, JSON.stringify(first).slice(0,700), Math.round(performance.now()-t0), Math.round(process.memoryUsage().rss/1e6))
  } catch (e) { console.log(f, 'ERR', (e as Error).message, JSON.stringify(e)) }
}
