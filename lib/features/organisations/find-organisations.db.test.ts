import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountViewer, visitor } from '@/lib/auth/viewer'
import { disconnect, pool } from '@/lib/data/client'
import { Unauthenticated } from '@/lib/errors'
import { findOrganisations } from './find-organisations'

const viewer = accountViewer({ id: 'e', role: 'editor', region: null })

beforeAll(async () => {
  const names = [
    'Société Générale',
    'Capgemini',
    'Inetum',
    'Renault',
    'Stellantis',
    'المكتب الشريف للفوسفاط',
  ]
  for (const [index, name] of names.entries())
    await pool().query(
      `insert into organisation (slug, kind, name, search) values ($1, 'company', $2, fold($2))`,
      [`o-${index}`, name],
    )
})
afterAll(disconnect)

test.each([
  ['societe generale', 'Société Générale', true],
  ['capgemni', 'Capgemini', false],
  ['كابجيميني', 'Capgemini', false],
  ['INETUM', 'Inetum', true],
  ['Inetum Maroc', 'Inetum', false],
  ['المكتب الشريف', 'المكتب الشريف للفوسفاط', false],
])('“%s” may mean %s', async (typed, name, same) => {
  expect((await findOrganisations(viewer, typed, 'company'))[0]).toMatchObject({ name, same })
})

test.each(['Zzyzx', '%', '\0', '  '])('“%s” means nobody', async (typed) => {
  expect(await findOrganisations(viewer, typed, null)).toEqual([])
})

test('the public does not search for names to enter', async () => {
  await expect(findOrganisations(visitor('public'), 'Inetum', null)).rejects.toBeInstanceOf(
    Unauthenticated,
  )
})
