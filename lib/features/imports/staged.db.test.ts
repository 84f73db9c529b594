import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { accountViewer, terminal, type Viewer } from '@/lib/auth/viewer'
import { insertAccount } from '@/lib/data/accounts'
import { allChanges } from '@/lib/data/changes'
import { disconnect, pool, transaction } from '@/lib/data/client'
import { Conflict, Forbidden, InvalidInput, NotFound, Refused } from '@/lib/errors'
import type { FormTexts } from '@/lib/schemas/accounts'
import type { ImportKind } from '@/lib/schemas/import'
import type { StagedView } from '@/lib/schemas/staged'
import { askCheck, askCheckWith, type Likenesses } from './ask-check'
import { askWrite } from './ask-write'
import { discardStaged } from './discard-staged'
import { getStaged } from './get-staged'
import { importFile } from './import-file'
import { openRefused } from './open-refused'
import { readDifferently } from './read-differently'
import { stageFile } from './stage-file'
import { takeMapping } from './take-mapping'
import { workOnStaged } from './work-on-staged'

afterAll(disconnect)

let amina: Viewer
let rachid: Viewer

beforeAll(async () => {
  const make = async (name: string) => {
    const id = await transaction((tx) =>
      insertAccount(tx, {
        ...{ email: `${name}@example.org`, name, role: 'editor', region: null, language: null },
        passwordHash: 'x',
      }),
    )
    if (id === null) throw new Error('no account')
    return accountViewer({ id, role: 'editor', region: null })
  }
  amina = await make('amina')
  rachid = await make('rachid')
})

async function* bytes(file: string | Buffer) {
  yield Buffer.from(file)
}
const stage = (file: string | Buffer, kind: ImportKind = 'agreements', viewer = amina) =>
  stageFile({ viewer, kind, fileName: 'conventions.csv', body: bytes(file) })
const seen = (id: string, view: StagedView | null = null, viewer = amina) =>
  getStaged(viewer, id, { view, after: 0, limit: 50 })
const step = async (id: string, viewer = amina) => ({
  ...{ viewer, id, version: (await seen(id)).staged.version },
})
const formOf = async (id: string, more: FormTexts = {}): Promise<FormTexts> => {
  const { mapping } = (await seen(id)).staged
  const texts = Object.entries(mapping).map(([column, origin]) =>
    'header' in origin
      ? [`from.${column}`, origin.header]
      : [`constant.${column}`, origin.constant],
  )
  return { ...Object.fromEntries(texts), ...more }
}
const check = async (id: string, more: FormTexts = {}) => {
  await askCheck(await step(id), { texts: await formOf(id, more), keepAs: null })
  expect(await workOnStaged()).toBe(true)
  return seen(id)
}
const settle = async (id: string, said: Partial<Likenesses>) => {
  await askCheckWith(await step(id), { names: {}, rows: [], ...said })
  await workOnStaged()
  return seen(id)
}
const write = async (id: string, how: Partial<{ submit: boolean; part: boolean }> = {}) => {
  await askWrite(await step(id), { submit: false, part: false, ...how })
  await workOnStaged()
  return seen(id)
}

const CONSTANTS: FormTexts = {
  'constant.type': 'mou',
  'constant.binding': 'unknown',
  'constant.jobs_measure': 'net_new_jobs',
  'constant.jobs_scope': 'Périmètre non précisé',
  'constant.source_url': 'https://example.org/list',
}
const FRENCH = `Liste des conventions;;;;;;
Société;Intitulé;Emplois prévus;Montant (MDH);Date de signature;Région;Secteur
Énergie Sud;Parc solaire;1 500;1.234,50;15/03/2024;Souss-Massa;rail
Textile Nord;Filature;plus de 300;12,5;mars 2024;Fès-Meknès;rail
Pêche Est;Conserverie;Not Available;NULL;2025;Nulle part;rail
`

const proposals = async (importId: string | null) =>
  z
    .array(
      z.object({
        subject: z.string(),
        state: z.string(),
        kind: z.string(),
        cells: z.record(z.string(), z.string()),
      }),
    )
    .parse(
      (
        await pool().query(
          `select subject, state, kind, payload->'cells' as cells from proposal where import_id = $1 order by subject`,
          [importId],
        )
      ).rows,
    )

test('a French file of Windows-1252 is read, its columns found, its rows judged, and only what is confirmed becomes drafts', async () => {
  const before = (await allChanges(pool())).length
  const id = await stage(Buffer.from(FRENCH, 'latin1'))
  const { staged } = await seen(id)
  expect(staged.dialect).toEqual({
    ...{ format: 'csv', encoding: 'windows-1252', delimiter: ';', sheet: null },
    ...{ headerRow: 2, decimal: ',' },
  })
  expect(staged.mapping).toMatchObject({
    company: { header: 'Société' },
    jobs: { header: 'Emplois prévus' },
    amount: { header: 'Montant (MDH)' },
    signed_on: { header: 'Date de signature' },
  })
  const checked = await check(id, { ...CONSTANTS, 'constant.jobs_scope': 'unspecified' })
  expect(checked.staged.counts).toMatchObject({
    ...{ read: 3, created: 2, updated: 0, unchanged: 0, refused: 1, doubt: 2 },
  })
  const [energy, textile, fish] = checked.rows
  expect(energy).toMatchObject({
    ...{ line: 3, fate: 'created', subject: 'ENERGIE-SUD-2024' },
    cells: {
      jobs: '1500',
      amount: '1234500000',
      currency: 'MAD',
      signed_on: '2024-03-15',
      region: 'MA-09',
    },
  })
  expect(textile?.cells).toMatchObject({ jobs: '>300', amount: '12500000', signed_on: '2024-03' })
  // What is not there is not stated, never zero.
  expect(fish).toMatchObject({ line: 5, fate: 'refused' })
  expect(fish?.refusals?.map(({ column, value }) => [column, value])).toEqual([
    ['region', 'Nulle part'],
  ])
  await expect(write(id)).rejects.toThrow(Refused)
  const written = await write(id, { part: true })
  expect(written.staged.state).toBe('written')
  expect(written.open).toBe(2)
  const drafts = await proposals(written.staged.importId)
  expect(drafts.map(({ subject, state }) => [subject, state])).toEqual([
    ['ENERGIE-SUD-2024', 'draft'],
    ['TEXTILE-NORD-2024', 'draft'],
  ])
  expect(await allChanges(pool())).toHaveLength(before)
})

test('refused rows come back as they were written, with their lines and reasons', async () => {
  const id = await stage(Buffer.from(FRENCH, 'latin1'))
  await check(id, { ...CONSTANTS, 'constant.jobs_scope': 'unspecified' })
  const { stream, name } = await openRefused(amina, id, {
    ...{ line: 'Line', reason: 'Reason' },
    explain: ({ column, reason }) => `${column} ${reason.code}`,
  })
  const text = (await stream.toArray()).join('')
  expect(name).toBe('conventions-refused.csv')
  expect(text).toBe(
    '\uFEFFSociété;Intitulé;Emplois prévus;Montant (MDH);Date de signature;Région;Secteur;Line;Reason\r\n' +
      'Pêche Est;Conserverie;Not Available;NULL;2025;Nulle part;rail;5;region unknown_code\r\n',
  )
})

const ROW =
  'reference,title,type,binding,company,signed_on,sector,region,jobs_measure,jobs_scope,jobs,amount,currency,source_url'
const row = (reference: string, company: string, jobs: string, signed = '2023-05-02') =>
  `${reference},Plant ${reference},mou,unknown,${company},${signed},rail,MA-06,net_new_jobs,direct,${jobs},100,MAD,https://example.org/${reference}`

test('a company under another spelling and an agreement that is there already are asked about, and the answers hold', async () => {
  await importFile({
    ...{ viewer: terminal(), kind: 'agreements', dryRun: false, clock: Date.now },
    file: Buffer.from(`${ROW}\n${row('OLD-1', 'Générale Atlas', '700')}\n`),
  })
  const file = `${ROW}\n${row('', 'GENERALE ATLAS', '800')}\n`
  const id = await stage(file)
  const first = await check(id)
  expect(first.staged.counts?.unknown).toEqual([
    { name: 'GENERALE ATLAS', rows: 1, like: [{ name: 'Générale Atlas', percent: 100 }] },
  ])
  expect(first.alike.map(({ line, alike }) => [line, alike])).toEqual([[2, ['OLD-1']]])
  await expect(write(id)).rejects.toThrow(Refused)
  const named = await settle(id, {
    names: { 'GENERALE ATLAS': 'Générale Atlas' },
    rows: [{ line: 2, reference: 'OLD-1' }],
  })
  expect(named.staged.counts).toMatchObject({ created: 0, updated: 1, unknown: [], alike: 0 })
  expect(named.rows[0]?.changed).toEqual({
    jobs: ['700', '800'],
    title: ['Plant OLD-1', 'Plant '],
    source_url: ['https://example.org/OLD-1', 'https://example.org/'],
  })
  const written = await write(id, { submit: true })
  const made = await proposals(written.staged.importId)
  expect(made.map(({ subject, kind, state }) => [subject, kind, state])).toEqual([
    ['OLD-1', 'edit', 'submitted'],
  ])
})

test('names beyond the three hundred of the most rows are said not to have been sought; a settled one makes room', async () => {
  const many = Array.from({ length: 302 }, (_, n) => row(`NAME-${n}`, `Unheard ${n}`, '5'))
  const id = await stage([ROW, ...many].join('\n'))
  expect((await check(id)).staged.counts).toMatchObject({ created: 302, unsought: 2 })
  const settled = await settle(id, { names: { 'Unheard 0': null } })
  expect(settled.staged.counts).toMatchObject({ created: 302, unsought: 1 })
})

test('rows without a reference get one of company and year, numbered where it is taken', async () => {
  const id = await stage(`${ROW}\n${row('', 'Nova Rail', '1')}\n${row('', 'Nova Rail', '2')}\n`)
  const { rows } = await check(id)
  expect(rows.map(({ subject }) => subject)).toEqual(['NOVA-RAIL-2023', 'NOVA-RAIL-2023-2'])
})

test('a row that says the same record again is refused also when it lies far behind', async () => {
  const filler = Array.from({ length: 600 }, (_, n) => row(`FAR-${n}`, 'Far', '5'))
  const id = await stage([ROW, ...filler, row('FAR-3', 'Far', '6')].join('\n'))
  const { staged } = await check(id)
  expect(staged.counts).toMatchObject({ read: 601, created: 600, refused: 1 })
  const { rows } = await seen(id, 'refused')
  expect(rows.map(({ line, refusals }) => [line, refusals?.map(({ reason }) => reason)])).toEqual([
    [602, [{ code: 'row_twice', values: { line: 5 } }]],
  ])
})

test('a row of another length is refused whole, and a column that is neither in the file nor given is asked for', async () => {
  const id = await stage(`${ROW}\n${row('R-1', 'Ragged', '5')}\nR-2,too short\n`)
  const { staged } = await check(id)
  expect(staged.counts).toMatchObject({ created: 1, refused: 1 })
  const { rows } = await seen(id, 'refused')
  expect(rows[0]?.refusals?.[0]?.reason).toEqual({
    ...{ code: 'csv_ragged', values: { expected: 14, found: 2 } },
  })
  const texts = await formOf(id)
  delete texts['from.title']
  const asked = askCheck(await step(id), { texts, keepAs: null })
  await expect(asked).rejects.toThrow(InvalidInput)
})

test('a mapping is kept under a name and taken for the next file', async () => {
  const id = await stage(Buffer.from(FRENCH, 'latin1'))
  const texts = await formOf(id, CONSTANTS)
  await askCheck(await step(id), { texts, keepAs: 'Regional list' })
  await workOnStaged()
  const next = await stage(Buffer.from(FRENCH.replace('Intitulé', 'Objet du marché'), 'latin1'))
  const { mappings } = await seen(next)
  const kept = mappings.find(({ name }) => name === 'Regional list')
  await takeMapping(await step(next), kept?.id ?? '')
  const { mapping } = (await seen(next)).staged
  expect(mapping.type).toEqual({ constant: 'mou' })
  expect(mapping.jobs).toEqual({ header: 'Emplois prévus' })
  expect(mapping.title).toBeUndefined()
})

test('a file is read in another way when somebody says so', async () => {
  const id = await stage('company|jobs\nAcme|5\n')
  const { dialect } = (await seen(id)).staged
  expect(dialect.delimiter).toBe('|')
  await readDifferently(await step(id), { ...dialect, delimiter: ',' })
  expect((await seen(id)).staged.header).toEqual(['company|jobs'])
})

test('a file that is moved on by somebody else, another account’s, or thrown away is not touched', async () => {
  const id = await stage(`${ROW}\n${row('OWN-1', 'Own', '5')}\n`)
  await check(id)
  const { version } = await step(id)
  await expect(discardStaged({ viewer: amina, id, version: version - 1 })).rejects.toThrow(Conflict)
  await expect(seen(id, null, rachid)).rejects.toThrow(NotFound)
  await expect(discardStaged({ viewer: rachid, id, version })).rejects.toThrow(NotFound)
  const auditor = accountViewer({ id: 'x', role: 'auditor', region: null })
  await expect(stage('a,b\n1,2\n', 'agreements', auditor)).rejects.toThrow(Forbidden)
  await discardStaged({ viewer: amina, id, version })
  await expect(seen(id)).rejects.toThrow(NotFound)
})

test('nothing is written when the book has moved since the rows were judged', async () => {
  const id = await stage(`${ROW}\n${row('MOVED-1', 'Moved', '5')}\n`)
  await check(id)
  await importFile({
    ...{ viewer: terminal(), kind: 'agreements', dryRun: false, clock: Date.now },
    file: Buffer.from(`${ROW}\n${row('OTHER-1', 'Other', '700')}\n`),
  })
  const { staged } = await write(id)
  expect(staged).toMatchObject({
    state: 'checked',
    problem: { code: 'staged_moved' },
    importId: null,
  })
})

test('nothing is written when the account was given another region since the rows were judged', async () => {
  const id = await stage(`${ROW}\n${row('LEFT-1', 'Left', '5')}\n`)
  await check(id)
  await pool().query(`update account set region = 'MA-01' where id = $1`, [amina.name])
  const { staged } = await write(id)
  expect(staged).toMatchObject({ state: 'checked', problem: { code: 'staged_moved' } })
  expect((await check(id)).staged.counts).toMatchObject({ created: 0, refused: 1 })
  await pool().query('update account set region = null where id = $1', [amina.name])
  expect((await pool().query(`select from proposal where subject = 'LEFT-1'`)).rows).toEqual([])
})

test.each([
  ['an empty file', '', 'file_blank'],
  ['a NUL byte', 'a,b\n1,\x002\n', 'file_nul'],
  ['an open quote', 'a,b\n"1,2\n', 'file_quotes'],
  ['a damaged workbook', Buffer.from('504b0304ffffffff', 'hex'), 'file_broken_workbook'],
  ['a workbook of Excel 97', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file_old_excel'],
])('%s is refused with its reason, and nothing is kept', async (_, file, code) => {
  const kept = async () =>
    (await pool().query('select count(*)::int as n from staged_file')).rows[0]
  const before = await kept()
  const refused = stage(file).catch((error: unknown) => error)
  expect(await refused).toMatchObject({ problems: [{ path: 'file', code }] })
  expect(await kept()).toEqual(before)
})

test('a French list of rates and one of targets are read, judged and kept as proposals', async () => {
  const rates = `Devise;Date du cours;Cours moyen;Lien
EUR;10/01/2024;10,95;https://example.org/r
Dollar;10/01/2024;9,98;https://example.org/r
MAD;10/01/2024;1;https://example.org/r
`
  const id = await stage(rates, 'rates')
  const judged = await check(id)
  expect(judged.staged.counts).toMatchObject({ read: 3, created: 2, refused: 1 })
  const written = await write(id, { part: true, submit: true })
  expect(await proposals(written.staged.importId)).toMatchObject([
    {
      ...{ subject: 'EUR 2024-01-10', kind: 'rate', state: 'submitted' },
      cells: { currency: 'EUR', date: '2024-01-10', rate: '10.95' },
    },
    { subject: 'USD 2024-01-10', cells: { rate: '9.98' } },
  ])
  const targets = `Code;Intitulé;Programme;Mesure;Quantité;Échéance;Région;Lien
RAIL-2030;Emplois du rail;Plan Rail;Emplois nets créés;15 000;d'ici 2030;Souss-Massa;https://example.org/t
`
  const other = await stage(targets, 'targets')
  expect((await check(other)).staged.counts).toMatchObject({ read: 1, created: 1 })
  const kept = await write(other)
  expect(await proposals(kept.staged.importId)).toMatchObject([
    {
      ...{ subject: 'RAIL-2030', kind: 'target', state: 'draft' },
      cells: { quantity: '15000', deadline: 'by 2030', region: 'MA-09', measure: 'net_new_jobs' },
    },
  ])
})
