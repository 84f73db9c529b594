import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { terminal } from '@/lib/auth/viewer'
import { allChanges } from '@/lib/data/changes'
import { disconnect, pool } from '@/lib/data/client'
import { allIds, loadAgreements } from '@/lib/data/ledger'
import { toHistory } from '@/lib/data/mappers'
import { caseAt, startOf } from '@/lib/domain/history'
import { standing } from '@/lib/domain/standing'
import { LANES } from '@/lib/domain/types'
import {
  CREATION,
  day,
  fact,
  record,
  said,
  source,
  statement,
  write,
} from '@/lib/testing/random-ledger'
import { rebuildStandings } from './rebuild-standings'

afterAll(disconnect)

let run = 0

test('whatever is recorded, the stored standings are those of the method on any day, as known at any change', async () => {
  const history = fc.array(fc.tuple(fc.boolean(), statement), { minLength: 4, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(history, fc.array(day, { minLength: 6, maxLength: 6 }), async (list, days) => {
      run += 1
      const [a, b] = [`A-${run}`, `B-${run}`]
      const born = [a, b].map((reference, index) =>
        record(reference, {
          ...CREATION,
          commitments: [{ measure: 'net_new_jobs', scope: 'direct', currency: null }],
          facts: [fact({ kind: 'original', value: 1000n, deadline: 'by 2027' })],
          events: [
            {
              kind: 'signature',
              on: `2023-0${index + 1}-01`,
              onText: `2023-0${index + 1}-01`,
              source,
              asStated: null,
              reason: null,
            },
          ],
        }),
      )
      const linked = new Set<string>()
      const later = list.flatMap(([first, one]) => {
        const [from, to] = first ? [a, b] : [b, a]
        if (one.kind === 'overlaps' && linked.has(from)) return []
        if (one.kind === 'overlaps') linked.add(from)
        return [record(from, said(one, to))]
      })
      await write(born)
      await write(later.slice(0, 3)) // several changes at once
      for (const next of later.slice(3)) await write([next])

      const ids = await allIds(pool())
      const agreements = await loadAgreements(pool(), [ids.get(a) ?? 0, ids.get(b) ?? 0])
      const changes = (await allChanges(pool())).slice(-list.length)
      for (const [index, asOf] of days.entries()) {
        const known = changes[index % changes.length]
        if (!known) continue
        for (const agreement of agreements)
          for (const lane of LANES) {
            const past = toHistory(agreement)
            const c = caseAt(past, 'net_new_jobs', asOf, known.at)
            const start = startOf(past, known.at)
            const { rows } = await pool().query(
              `select status, status_early, reason, target, created, due, freshness, data_date from standing
               where agreement_id = $1 and measure = 'net_new_jobs' and lane = $2
                 and valid_from <= $3 and valid_to > $3 and known_from <= $4 and known_to > $4`,
              [agreement.id, lane, asOf, known.seq],
            )
            if (!c || (start !== null && start > asOf)) {
              expect(rows).toEqual([])
              continue
            }
            const s = standing(c, lane)
            expect(rows).toEqual([
              {
                status: s.status,
                status_early: s.statusEarly,
                reason: s.reason,
                target: s.target?.toString() ?? null,
                created: s.created?.toString() ?? null,
                due: s.due,
                freshness: s.freshness,
                data_date: s.dataDate,
              },
            ])
          }
      }
    }),
    { numRuns: 6 },
  )
}, 60_000)

test('a rebuild computes what is stored, notices a standing that was tampered with, and repairs it', async () => {
  const clean = await rebuildStandings(terminal())
  expect(clean).toMatchObject({ missing: 0, surplus: 0 })
  await pool().query('update standing set target = 1 where id = (select min(id) from standing)')
  expect(await rebuildStandings(terminal(), true)).toMatchObject({ missing: 1, surplus: 1 })
  expect(await rebuildStandings(terminal())).toEqual(clean)
})
