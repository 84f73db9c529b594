import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseAt } from './history'
import { droppedOn, type StandingRow, standingRows } from './intervals'
import { addDays, BEGINNING, END } from './iso-date'
import { expectedOn, valueOn } from './path'
import { statesOn } from './standing-state'
import type { AgreementHistory, IsoDate, Measure, Version } from './types'
import { anyComponent, anyDay, anyInstant } from './vectors/arbitrary'
import portfolio from './vectors/portfolio.json'
import { agreementOf } from './vectors/read'
import { promiseAt } from './versions'

function vectorComponent(name: string): AgreementHistory[] {
  const found = portfolio.cases.find((candidate) => candidate.name.startsWith(name))
  return (found?.agreements ?? []).map(agreementOf)
}

function jobs(component: AgreementHistory[], reference: string) {
  return standingRows(component, null).filter(
    (row) =>
      row.agreement === reference && row.measure === 'net_new_jobs' && row.lane === 'reported',
  )
}

describe('stretches of days', () => {
  test('a part counts until its successor starts, then it is replaced', () => {
    const rows = jobs(vectorComponent('the successor takes the place'), 'OLD')
    const states = rows.map(({ validFrom, leftOut, member }) => ({ validFrom, leftOut, member }))
    expect(states[0]).toEqual({ validFrom: '2024-01-01', leftOut: null, member: true })
    const replaced = { validFrom: '2024-09-01', leftOut: 'replaced', member: false }
    expect(states).toContainEqual(replaced)
  })

  test('an overlap turns when the other promise is cut: 3,000 against 2,000, then 1,000', () => {
    const [a, b] = vectorComponent('overlap with a terminated one')
    const [commitment] = a?.commitments ?? []
    const [original] = commitment?.versions ?? []
    if (!a || !b || !commitment || !original) throw new Error('the vector has two promises')
    const cut: Version = {
      ...original,
      kind: 'amendment',
      effectiveOn: '2025-03-01',
      quantity: { comparator: 'eq', low: 1000n, high: 1000n, missing: null },
    }
    const events = a.events.filter(({ kind }) => kind === 'signature')
    const amended = { ...a, events, commitments: [{ ...commitment, versions: [original, cut] }] }
    const rows = jobs([amended, b], 'B')
    const leftOut = (day: IsoDate) =>
      rows.find((row) => row.validFrom <= day && day < row.validTo)?.leftOut
    expect(leftOut('2025-02-28')).toBe('overlaps A')
    expect(leftOut('2025-03-01')).toBeNull()
  })

  test('an agreement without the measure has rows that count in N and say nothing', () => {
    const component = vectorComponent('overlap with a terminated one')
    const rows = standingRows(component, null).filter(
      ({ agreement, measure, lane }) =>
        agreement === 'B' && measure === 'investment' && lane === 'verified',
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      validFrom: '2024-01-01',
      validTo: '9999-12-31',
      status: null,
      target: null,
      member: true,
      live: true,
      bucket: null,
    })
  })
})

function without<T extends { piece: unknown }>({ piece: _, ...rest }: T): Omit<T, 'piece'> {
  return rest
}

// The days next to every boundary, where a stretch that is a day too long would show, and some at random.
function sampleDays(boundaries: readonly IsoDate[], random: readonly IsoDate[]): IsoDate[] {
  const near = boundaries
    .filter((day) => day > '1000' && day < '9000')
    .flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])
  return [...new Set([...near, ...random])]
}

function sameSeries(a: StandingRow, b: StandingRow): boolean {
  return a.agreement === b.agreement && a.measure === b.measure && a.lane === b.lane
}

function checkComponent(
  component: AgreementHistory[],
  knownAt: number | null,
  random: readonly IsoDate[],
): void {
  const rows = standingRows(component, knownAt)
  for (const [index, row] of rows.entries()) {
    const [before, next] = [rows[index - 1], rows[index + 1]]
    if (!before || !sameSeries(row, before)) expect(row.validFrom).toBe(row.start ?? BEGINNING)
    expect(row.validTo).toBe(next && sameSeries(row, next) ? next.validFrom : END)
  }
  const measures = [...new Set(component.flatMap((h) => h.commitments.map((c) => c.measure)))]
  const days = sampleDays([...new Set(rows.map((row) => row.validFrom))], random)
  for (const measure of measures) {
    for (const day of days) checkDay(component, rows, measure, day, knownAt)
  }
}

function checkDay(
  component: AgreementHistory[],
  rows: readonly StandingRow[],
  measure: Measure,
  day: IsoDate,
  knownAt: number | null,
): void {
  const dropped = droppedOn(component, measure, day, knownAt)
  const covering = rows.filter(
    (row) => row.measure === measure && row.validFrom <= day && day < row.validTo,
  )
  for (const row of covering) {
    const history = component.find(({ reference }) => reference === row.agreement)
    if (!history) throw new Error(`a row of no agreement: ${row.agreement}`)
    const { agreement, measure: _, lane, validFrom, validTo, ...state } = row
    const { said, counted } = statesOn(history, measure, day, knownAt, dropped)[lane]
    expect(
      without(state),
      `${agreement} ${lane} on ${day}, row ${validFrom} to ${validTo}`,
    ).toEqual(without({ ...said, ...counted }))
    const c = caseAt(history, measure, day, knownAt)
    const expected = c && expectedOn(promiseAt(c).timeline, c.start, day)
    expect(row.piece && valueOn(row.piece, day)).toEqual(expected)
  }
}

describe('rows of random histories', () => {
  test('follow each other without a gap and say on each day what the method says', () => {
    fc.assert(
      fc.property(
        anyComponent,
        fc.option(anyInstant),
        fc.array(anyDay, { minLength: 4, maxLength: 4 }),
        checkComponent,
      ),
      { numRuns: 60 },
    )
  })
})
