import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACCOUNT_VERBS, LINK_KINDS } from '@/lib/domain/accounts'
import { MAIL_STATES, SEND_PROFILES } from '@/lib/domain/schedule'
import * as vocabulary from '@/lib/domain/types'
import { DELIVERY_STATES, WEBHOOK_EVENTS } from '@/lib/domain/webhooks'
import { LOCALES } from '@/lib/format'
import { EXPORT_FILES } from '@/lib/schemas/export-files'
import { IMPORT_KINDS } from '@/lib/schemas/import'
import { STAGED_FATES, STAGED_STATES } from '@/lib/schemas/staged'
import { disconnect, pool } from './client'

const MIRRORED: Record<string, readonly string[]> = {
  'account.role': vocabulary.ROLES,
  'account.region': vocabulary.REGIONS,
  'account.language': LOCALES,
  'account_link.kind': LINK_KINDS,
  'account_link.role': vocabulary.ROLES,
  'account_link.region': vocabulary.REGIONS,
  'api_token.role': vocabulary.ROLES,
  'api_token.region': vocabulary.REGIONS,
  'account_event.verb': ACCOUNT_VERBS,
  'import_file.kind': IMPORT_KINDS,
  'staged_file.kind': IMPORT_KINDS,
  'staged_file.state': STAGED_STATES,
  'staged_row.fate': STAGED_FATES,
  'saved_mapping.kind': IMPORT_KINDS,
  'letter.language': LOCALES,
  'saved_report.file': EXPORT_FILES,
  'report_schedule.every': ['day', 'week', 'month'],
  'report_schedule.profile': SEND_PROFILES,
  'report_schedule.language': LOCALES,
  'report_mail.state': MAIL_STATES,
  'organisation.kind': vocabulary.ORGANISATION_KINDS,
  'agreement.type': vocabulary.AGREEMENT_TYPES,
  'agreement.binding': vocabulary.BINDINGS,
  'agreement.sector': vocabulary.SECTORS,
  'agreement.region': vocabulary.REGIONS,
  'agreement.signed_basis': vocabulary.SIGNED_BASES,
  'party.role': vocabulary.PARTY_ROLES,
  'signatory.side': vocabulary.SIDES,
  'signatory.capacity': vocabulary.CAPACITIES,
  'source.kind': vocabulary.SOURCE_KINDS,
  'commitment.measure': vocabulary.MEASURES,
  'commitment.scope': vocabulary.JOB_SCOPES,
  'fact.kind': vocabulary.FACT_KINDS,
  'fact.observation': vocabulary.OBSERVATION_KINDS,
  'fact.comparator': vocabulary.COMPARATORS,
  'fact.missing': vocabulary.MISSING_REASONS,
  'fact.evidence': vocabulary.EVIDENCES,
  'event.kind': vocabulary.EVENT_KINDS,
  'relation.kind': vocabulary.RELATION_KINDS,
  'proposal.kind': vocabulary.PROPOSAL_KINDS,
  'proposal.state': vocabulary.PROPOSAL_STATES,
  'standing.measure': vocabulary.MEASURES,
  'standing.lane': vocabulary.LANES,
  'standing.lifecycle': vocabulary.LIFECYCLES,
  'standing.status': vocabulary.PACE_STATUSES,
  'standing.status_early': vocabulary.PACE_STATUSES,
  'standing.reason': vocabulary.NOT_MEASURABLE_REASONS,
  'standing.freshness': vocabulary.FRESHNESSES,
  'standing.evidence': vocabulary.EVIDENCES,
  'standing.comparator': vocabulary.COMPARATORS,
  'standing.missing': vocabulary.MISSING_REASONS,
  'standing.bucket': vocabulary.BUCKETS,
  'target.measure': vocabulary.MEASURES,
  'target.comparator': vocabulary.COMPARATORS,
  'target.sector': vocabulary.SECTORS,
  'target.region': vocabulary.REGIONS,
  'attachment.type': vocabulary.ATTACHMENT_TYPES,
  'webhook.events': WEBHOOK_EVENTS,
  'webhook_event.type': WEBHOOK_EVENTS,
  'webhook_delivery.state': DELIVERY_STATES,
}

const HASH = `decode(repeat('00', 32), 'hex')`

beforeAll(async () => {
  await pool().query(`
    insert into change values (1, now(), 't', 't', null, 'A', '{}', null, null, null, ${HASH});
    insert into agreement (id, reference, title, type, binding, sector, region, search, recorded, updated)
      values (1, 'A', 'A', 'mou', 'unknown', 'rail', 'MA', '', 1, 1), (2, 'B', 'B', 'mou', 'unknown', 'rail', 'MA', '', 1, 1);
    insert into commitment (id, agreement_id, measure, scope) values (1, 1, 'net_new_jobs', 'direct');
    insert into fact (id, commitment_id, kind, comparator, low, high, recorded) values (1, 1, 'original', 'eq', 5, 5, 1);
    insert into event (id, agreement_id, kind, recorded) values (1, 1, 'signed', 1);
    insert into relation values (1, 2, 'part_of', 0, 1, null)`)
})
afterAll(disconnect)

test('each CHECK of a vocabulary is its tuple', async () => {
  const { rows } = await pool().query<{ name: string; codes: string[] }>(`
    select conrelid::regclass || '.' || (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as name,
      array(select m[1] from regexp_matches(pg_get_constraintdef(oid), '''([^'']+)''', 'g') m) as codes
    from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and conname like '%\\_check' order by 1`)
  expect(Object.fromEntries(rows.map(({ name, codes }) => [name, codes]))).toEqual(MIRRORED)
})

const fact = (values: string) =>
  `insert into fact (commitment_id, recorded, kind, comparator, low, high, missing, on_text, "on", observation, evidence) values (1, 1, ${values})`
const none = 'null, null, null, null'

test.each([
  ['a promise of zero', fact(`'amendment', 'eq', 0, 0, null, '2024', '2024-12-31', null, null`)],
  ['a ceiling of zero', fact(`'claim', 'le', 1, 0, null, ${none}`)],
  ['eq with two numbers', fact(`'claim', 'eq', 1, 2, null, ${none}`)],
  ['gt with an end', fact(`'claim', 'gt', 1, 2, null, ${none}`)],
  ['an empty range', fact(`'claim', 'range', 2, 2, null, ${none}`)],
  ['missing with a number', fact(`'claim', 'missing', 2, 2, 'not_stated', ${none}`)],
  ['missing without a reason', fact(`'claim', 'missing', null, null, null, ${none}`)],
  ['no operand', fact(`'claim', 'eq', null, null, null, ${none}`)],
  ['a negative baseline', fact(`'baseline', 'eq', -1, -1, null, ${none}`)],
  ['a baseline as a ceiling', fact(`'baseline', 'le', 0, 5, null, ${none}`)],
  [
    'negative hires',
    fact(`'observation', 'eq', -1, -1, null, '2024', '2024-12-31', 'hires_cumulative', 'verified'`),
  ],
  [
    'an undated observation',
    fact(`'observation', 'eq', 1, 1, null, null, null, 'headcount', 'verified'`),
  ],
  [
    'an observation without evidence',
    fact(`'observation', 'eq', 1, 1, null, '2024', '2024-12-31', 'headcount', null`),
  ],
  ['an undated amendment', fact(`'amendment', 'eq', 1, 1, null, ${none}`)],
  ['a correction of nothing', fact(`'correction', 'eq', 1, 1, null, ${none}`)],
  ['a second original', fact(`'original', 'eq', 1, 1, null, ${none}`)],
  ['a currency of jobs', `update commitment set currency = 'MAD'`],
  [
    'a currency in small letters',
    `insert into commitment (agreement_id, measure, scope, currency) values (1, 'investment', 'direct', 'mad')`,
  ],
  [
    'an undated signature',
    `insert into event (agreement_id, kind, recorded) values (1, 'signature', 1)`,
  ],
  [
    'an impossible month',
    `insert into event (agreement_id, kind, "on", on_text, recorded) values (1, 'signed', '2024-01-01', '2024-13', 1)`,
  ],
  ['a relation to itself', `insert into relation values (1, 1, 'overlaps', 0, 1, null)`],
  ['a second parent', `insert into relation values (1, 3, 'part_of', 0, 1, null)`],
  ['a source that is nowhere', `insert into source (publisher) values ('P')`],
  ['a source twice', `insert into source (url) values ('http://a'), ('http://a')`],
  ['a slug with capitals', `insert into person (slug, name, search) values ('A', 'A', '')`],
  ['a reference with a slash', `update agreement set reference = 'A/B' where id = 1`],
  [
    'a reviewer who is the author',
    `insert into proposal (id, kind, payload, state, author, reviewer, updated_at) values (gen_random_uuid(), 'report', '{}', 'accepted', 'a', 'a', now())`,
  ],
  [
    'a fact without its change',
    fact(`'claim', 'eq', 1, 1, null, ${none}`).replace('(1, 1,', '(1, 99,'),
  ],
  ['a retraction before the statement', `update fact set retracted = 1 where id = 1`],
  ['a change of a change', `update change set actor = 'x'`],
  ['a deleted change', `delete from change`],
  ['a truncated change', `truncate change`],
  [
    'a change after a gap',
    `insert into change values (3, now() + interval '1 s', 't', 't', null, 'A', '{}', null, null, null, ${HASH})`,
  ],
  [
    'a change that turns the clock back',
    `insert into change values (2, now() - interval '1 day', 't', 't', null, 'A', '{}', null, null, null, ${HASH})`,
  ],
  ['an edited fact', `update fact set low = 6, high = 6`],
  ['a deleted fact', `delete from fact`],
  ['truncated facts', `truncate fact`],
  ['an edited event', `update event set reason = 'x'`],
  ['a deleted event', `delete from event`],
  ['truncated events', `truncate event`],
  ['an edited relation', `update relation set position = 1`],
  ['a deleted relation', `delete from relation`],
  ['truncated relations', `truncate relation`],
])('the database refuses %s', async (_, sql) => {
  await expect(pool().query(sql)).rejects.toMatchObject({
    code: expect.stringMatching(/^(23...|PB00.)$/),
  })
})

test('a statement is retracted once and never again', async () => {
  await pool().query(
    `insert into change values (2, now() + interval '1 s', 't', 't', null, 'A', '{}', null, null, null, ${HASH})`,
  )
  await pool().query('update event set retracted = 2 where id = 1')
  await expect(pool().query('update event set retracted = null where id = 1')).rejects.toThrow(
    'append-only',
  )
})

test('created_cumulative may be below zero', async () => {
  await pool().query(
    fact(
      `'observation', 'eq', -3, -3, null, '2024', '2024-12-31', 'created_cumulative', 'verified'`,
    ),
  )
})

test.each([
  ['ÉLECTRIQUE Œuvre', 'electrique oeuvre'],
  ['المَغْرِبيّة', 'المغربيه'],
  ['أحمد إلى آسفي', 'احمد الي اسفي'],
  ['العــربية', 'العربيه'],
])('search reads %s as %s', async (written, folded) => {
  const { rows } = await pool().query<{ fold: string }>('select fold($1)', [written])
  expect(rows[0]?.fold).toBe(folded)
})
