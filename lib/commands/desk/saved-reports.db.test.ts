import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountViewer, terminal, visitor } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { InvalidInput, NotFound, Unauthenticated } from '@/lib/errors'
import { openFile } from '@/lib/features/exports/open-file'
import { openReport } from '@/lib/features/exports/open-report'
import { saveReport } from '@/lib/features/exports/save-report'
import { importFile } from '@/lib/features/imports/import-file'
import type { ImportKind } from '@/lib/schemas/import'

const reviewer = accountViewer({ id: 'rachid', role: 'reviewer', region: null })
const reader = visitor('public')

async function bring(kind: ImportKind, ...lines: string[]): Promise<void> {
  const file = Buffer.from(lines.join('\n'))
  const { refused } = await importFile({
    ...{ viewer: terminal(), kind, file, dryRun: false, clock: Date.now },
  })
  expect(refused).toEqual([])
}

const AGREEMENTS =
  'reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs,deadline,amount_missing,source_url'

beforeAll(async () => {
  await bring(
    'agreements',
    AGREEMENTS,
    'RAIL-1,A plant,mou,unknown,Acme,2024-01-15,rail,MA-04,net_new_jobs,direct,1000,by 2027,not_stated,https://example.org/a',
    'AUTO-1,A line,mou,unknown,Motor,2024-03-01,automotive,MA-01,net_new_jobs,direct,250,by 2026,not_stated,https://example.org/b',
  )
})
afterAll(disconnect)

const save = (query: string) =>
  saveReport({ viewer: reviewer, title: 'For the minister', file: 'agreements', query })

test('what was recorded later leaves a kept report as it was: the same bytes, the same numbers', async () => {
  const id = await save('sector=rail&asOf=2025-06-30')
  await bring(
    'reports',
    'reference,data_date,kind,value,evidence,source_url',
    'RAIL-1,2025-05-31,created_cumulative,400,self_reported,https://example.org/c',
  )
  const { report, filters, same, differences } = await openReport(reader, id)
  expect({ same, differences }).toEqual({ same: true, differences: [] })
  expect(report).toMatchObject({
    ...{ title: 'For the minister', file: 'agreements', rowCount: 1, method: 'm1' },
    figures: { count: 1, promised: '1000', created: null }, // nothing was reported when it was kept
  })
  if (!filters) throw new Error('the filters were not read again')
  const bytes = await buffer((await openFile(reader, 'agreements', filters)).stream)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(report.sha256)
  // The same filters as of now see the report.
  const later = await save('sector=rail&asOf=2025-06-30')
  expect((await openReport(reader, later)).report.figures).toEqual({
    ...{ count: 1, promised: '1000', created: '400' },
  })
})

test('an edited description is the reason that a report reads otherwise, and both numbers stand', async () => {
  const id = await save('sector=automotive&asOf=2025-06-30')
  await bring(
    'agreements',
    AGREEMENTS,
    'AUTO-1,A line,mou,unknown,Motor,2024-03-01,rail,MA-01,net_new_jobs,direct,250,by 2026,not_stated,https://example.org/b',
  )
  const { report, now, same, differences, rewritings } = await openReport(reader, id)
  expect(same).toBe(false)
  expect(differences).toEqual(['descriptions'])
  expect(rewritings).toMatchObject([{ subject: 'AUTO-1', columns: ['sector'] }])
  expect(report).toMatchObject({ rowCount: 1, figures: { count: 1, promised: '250' } })
  expect(now).toMatchObject({ rowCount: 0, figures: { count: 0, promised: null } })
})

test('only an account keeps one, of filters that can be read, and nothing rewrites it', async () => {
  const asked = { title: 'x', file: 'agreements' as const }
  await expect(saveReport({ viewer: reader, ...asked, query: '' })).rejects.toBeInstanceOf(
    Unauthenticated,
  )
  await expect(save('sector=railways')).rejects.toBeInstanceOf(InvalidInput)
  await expect(save('knownAt=2000-01-01')).rejects.toEqual(
    new InvalidInput([{ path: 'query', code: 'nothing_recorded' }]),
  )
  await expect(openReport(reader, 'nobody')).rejects.toBeInstanceOf(NotFound)
  await expect(pool().query(`update saved_report set title = 'y'`)).rejects.toMatchObject({
    code: 'PB001',
  })
})

test('a file for French Excel is kept as such', async () => {
  const id = await save('excel=fr&asOf=2025-06-30')
  const { filters, same } = await openReport(reader, id)
  expect(same).toBe(true)
  expect(filters).toMatchObject({ excel: 'fr', asOf: '2025-06-30' })
})

test('the same key keeps one report, and names it again', async () => {
  const asked = {
    viewer: reviewer,
    title: 'Once',
    file: 'agreements' as const,
    query: '',
    key: 'k',
  }
  const [first, again] = [await saveReport(asked), await saveReport(asked)]
  expect(again).toBe(first)
  await expect(saveReport({ ...asked, title: 'Twice' })).rejects.toMatchObject({
    code: 'key_reused',
  })
})
