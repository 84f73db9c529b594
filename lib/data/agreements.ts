import { z } from 'zod'
import type { Db, Tx } from './client'
import { ensureOrganisations, ensurePeople, type NamedOrganisation } from './organisations'
import type { Description } from './record'
import { insertRows, recordset, rowsJson } from './rows'
import { type Citation, ensureSources } from './sources'

/** A description to write, with the change that brings it. */
export interface Described {
  reference: string
  seq: number
  create: boolean
  description: Description
}

const COLUMNS = {
  reference: 'text',
  title: 'text',
  type: 'text',
  binding: 'text',
  sector: 'text',
  region: 'text',
  place: 'text',
  summary: 'text',
  signed_basis: 'text',
  notes: 'text',
  search: 'text',
  recorded: 'bigint',
  updated: 'bigint',
}

function toRow({ reference, seq, description: d }: Described) {
  const names = [d.company, ...d.otherCompanies, ...d.governmentParties]
  return {
    reference,
    title: d.title,
    type: d.type,
    binding: d.binding,
    sector: d.sector,
    region: d.region,
    place: d.place,
    summary: d.summary,
    signed_basis: d.signedBasis,
    notes: d.notes,
    search: [reference, d.title, d.place, d.summary, ...names].filter(Boolean).join(' '),
    recorded: seq,
    updated: seq,
  }
}

/** Writes new and changed descriptions; `updateAgreements` counts their versions. */
export async function writeDescriptions(tx: Tx, described: readonly Described[]): Promise<void> {
  const created = described.filter(({ create }) => create)
  const changed = described.filter(({ create }) => !create)
  await insertRows(tx, 'agreement', COLUMNS, created.map(toRow), { search: 'fold(search)' })
  const editable = Object.keys(COLUMNS).filter((name) => !['reference', 'recorded'].includes(name))
  const assignments = editable.map((name) =>
    name === 'search' ? `search = fold(r.search)` : `"${name}" = r."${name}"`,
  )
  await tx.query(
    `update agreement a set ${assignments.join(', ')}, version = a.version + 1
     from ${recordset(COLUMNS)} where a.reference = r.reference`,
    [rowsJson(changed.map(toRow))],
  )
}

function organisationsOf({ description: d }: Described): NamedOrganisation[] {
  const companies = [d.company, ...d.otherCompanies].map(
    (name, index): NamedOrganisation => ({
      name,
      kind: 'company',
      group: index === 0 && d.type === 'package',
    }),
  )
  const bodies = d.governmentParties.map(
    (name): NamedOrganisation => ({ name, kind: 'government', group: false }),
  )
  return [...companies, ...bodies]
}

function partiesOf(d: Description) {
  return [
    { role: 'company', names: [d.company] },
    { role: 'other_company', names: d.otherCompanies },
    { role: 'government', names: d.governmentParties },
  ].flatMap(({ role, names }) => names.map((name, position) => ({ role, name, position })))
}

/** The citations of a description, the main one first. */
export function citationsOf({ mainSource, otherSources }: Description): Citation[] {
  const bare = { attachment: null, publisher: null, publishedOn: null, language: null }
  return [mainSource, ...otherSources.map((url) => ({ url, ...bare }))]
}

/** Writes who took part, who signed and what is cited, in place of what stood there. */
export async function writeParticipants(
  tx: Tx,
  described: readonly Described[],
  idOf: (reference: string) => number,
): Promise<void> {
  const ids = described.map(({ reference }) => idOf(reference))
  for (const table of ['party', 'signatory', 'agreement_source'])
    await tx.query(`delete from ${table} where agreement_id = any($1)`, [ids])
  const organisations = await ensureOrganisations(tx, described.flatMap(organisationsOf))
  const people = await ensurePeople(
    tx,
    described.flatMap(({ description }) => description.signatories.map(({ name }) => name)),
  )
  const sourceId = await ensureSources(
    tx,
    described.flatMap(({ description }) => citationsOf(description)),
  )
  const each = <T>(rows: (description: Description) => T[]) =>
    described.flatMap(({ reference, description }) =>
      rows(description).map((row) => ({ ...row, agreement_id: idOf(reference) })),
    )
  await insertRows(
    tx,
    'party',
    { agreement_id: 'int', organisation_id: 'int', role: 'text', position: 'int' },
    each((d) =>
      partiesOf(d).map((party) => ({ ...party, organisation_id: organisations.get(party.name) })),
    ),
  )
  await insertRows(
    tx,
    'signatory',
    {
      agreement_id: 'int',
      person_id: 'int',
      side: 'text',
      capacity: 'text',
      title: 'text',
      position: 'int',
    },
    each((d) =>
      d.signatories.map((one, position) => ({ ...one, person_id: people.get(one.name), position })),
    ),
  )
  await insertRows(
    tx,
    'agreement_source',
    { agreement_id: 'int', source_id: 'int', position: 'int' },
    each((d) =>
      citationsOf(d).map((citation, position) => ({ source_id: sourceId(citation), position })),
    ),
  )
}

/** Marks agreements as touched by a change, without a new version of their description. */
export async function touchAgreements(
  tx: Tx,
  touched: readonly { id: number; seq: number }[],
): Promise<void> {
  await tx.query(
    `update agreement a set updated = r.seq
     from (select id, max(seq) as seq from ${recordset({ id: 'int', seq: 'bigint' })} group by id) r
     where a.id = r.id and a.updated < r.seq`,
    [rowsJson(touched)],
  )
}

/** Marks agreements as taken back by a change: from then on they are as if nobody had known them. */
export async function takeBackAgreements(
  tx: Tx,
  gone: readonly { id: number; seq: number }[],
): Promise<void> {
  if (gone.length === 0) return
  await tx.query(
    `update agreement a set retracted = r.seq, version = a.version + 1
     from ${recordset({ id: 'int', seq: 'bigint' })} where a.id = r.id and a.retracted is null`,
    [rowsJson(gone)],
  )
}

/** The version of an agreement; null when there is none of that reference. */
export async function versionOf(db: Db, reference: string): Promise<number | null> {
  const { rows } = await db.query('select version from agreement where reference = $1', [reference])
  return rows.length === 0 ? null : z.object({ version: z.number() }).parse(rows[0]).version
}
