import { buffer } from 'node:stream/consumers'
import { terminal, visitor } from '@/lib/auth/viewer'
import { batchCsv } from '@/lib/commands/demo/batch-csv'
import { Failure } from '@/lib/commands/failure'
import { pool } from '@/lib/data/client'
import { loadAgreements } from '@/lib/data/ledger'
import {
  analyse,
  copyIn,
  copyOut,
  keepLines,
  lookUpAgreements,
  scanStandings,
  standingCount,
} from '@/lib/data/physical-limits'
import { listAgreements } from '@/lib/features/agreements/list-agreements'
import { openFile } from '@/lib/features/exports/open-file'
import { importFile } from '@/lib/features/imports/import-file'
import { getDashboard } from '@/lib/features/portfolio/get-dashboard'
import { getSummary } from '@/lib/features/portfolio/get-summary'
import { parseFilters } from '@/lib/schemas/filters'
import type { ImportKind } from '@/lib/schemas/import'
import { benchStaged } from './bench-staged'
import { type Measured, median, timed } from './measure'
import { benchAgreement, benchReports } from './portfolio'

// A file as an agency would bring it; the next one meets a ledger that has grown.
const PER_FILE = 500
const RUNS = 9
const reader = visitor('public')

interface BenchFile {
  kind: ImportKind
  csv: Buffer
}

function filesOf(agreements: number): BenchFile[] {
  const files: BenchFile[] = []
  for (let first = 0; first < agreements; first += PER_FILE) {
    const count = Math.min(PER_FILE, agreements - first)
    const indices = Array.from({ length: count }, (_, index) => first + index)
    const csv = (kind: ImportKind, rows: Parameters<typeof batchCsv>[1]) => ({
      kind,
      csv: Buffer.from(batchCsv(kind, rows)),
    })
    files.push(csv('agreements', indices.map(benchAgreement)))
    files.push(
      csv(
        'reports',
        indices.flatMap((index) => benchReports(index, [1, 2])),
      ),
    )
  }
  return files
}

/** Loads the benchmark's portfolio into an empty ledger and measures what the database does, each beside its limit. */
export async function benchDatabase(agreements: number): Promise<Measured[]> {
  const imported = await benchImport(agreements)
  console.log(`${await standingCount()} standings; measuring …`)
  await analyse()
  const read = [await benchExport(), ...(await benchReads(agreements))]
  // Last: what it brings would change what the others read.
  return [imported, ...read, ...(await benchStaged(agreements))]
}

async function benchImport(agreements: number): Promise<Measured> {
  let [ours, atBest, rows] = [0, 0, 0]
  for (const { kind, csv } of filesOf(agreements)) {
    ours += await timed(async () => {
      const input = { viewer: terminal(), kind, file: csv, dryRun: false, clock: Date.now }
      const { created, refused } = await importFile(input)
      if (refused[0])
        throw new Failure(`The benchmark's ${kind} were refused: ${refused[0].column}`)
      rows += created
    })
    atBest += await timed(() => copyIn(`bare_${kind}`, csv))
  }
  return {
    work: 'import agreements and reports',
    limit: 'COPY of the same files into bare tables',
    amount: `${rows} rows`,
    ours,
    atBest,
  }
}

async function benchExport(): Promise<Measured> {
  const filters = parseFilters(new URLSearchParams(), 'file')
  const file = async () => buffer((await openFile(reader, 'agreements', filters)).stream)
  const bytes = await file()
  await keepLines('bare_export', bytes)
  return {
    work: 'agreements.csv',
    limit: 'COPY TO STDOUT of its ready-made lines',
    amount: `${(bytes.length / 1e6).toFixed(1)} MB`,
    ours: await median(3, file),
    atBest: await median(3, () => copyOut('bare_export')),
  }
}

async function benchReads(agreements: number): Promise<Measured[]> {
  const summary = parseFilters(new URLSearchParams(), 'summary')
  const list = parseFilters(new URLSearchParams(), 'list')
  const { next, rows } = await listAgreements(reader, list)
  const second = { ...list, cursor: next }
  const ids = rows.map((_, index) => 1 + ((index * 37) % agreements))
  const scan = await median(RUNS, scanStandings)
  const lookUp = await median(RUNS, () => lookUpAgreements(ids))
  const scanned = 'one sequential scan of the standings'
  const amount = `${agreements} agreements`
  return [
    {
      work: 'summary',
      limit: scanned,
      amount,
      ours: await median(RUNS, () => getSummary(reader, summary)),
      atBest: scan,
    },
    {
      work: 'dashboard',
      limit: scanned,
      amount,
      ours: await median(RUNS, () => getDashboard(reader, summary)),
      atBest: scan,
    },
    {
      work: 'second page of the list',
      limit: 'the same number of agreements by primary key',
      amount: `${rows.length} rows`,
      ours: await median(RUNS, () => listAgreements(reader, second)),
      atBest: lookUp,
    },
    {
      work: 'one agreement with everything recorded',
      limit: 'one agreement by primary key',
      amount: '1 row',
      ours: await median(RUNS, () => loadAgreements(pool(), ids.slice(0, 1))),
      atBest: await median(RUNS, () => lookUpAgreements(ids.slice(0, 1))),
    },
  ]
}
