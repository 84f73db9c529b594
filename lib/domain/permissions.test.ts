import { expect, test } from 'vitest'
import { type Asking, covers, may, type Reached, withoutSecondFactor } from './permissions'

const editorOfCasablanca: Asking = { actor: 'editor', region: 'MA-06' }
const reviewer: Asking = { actor: 'reviewer', region: null }
const admin: Asking = { actor: 'admin', region: null }
const own: Reached = { own: true, alone: false, regions: ['MA-06'] }
const others: Reached = { own: false, alone: false, regions: ['MA-06'] }

test('an editor of MA-06 edits their own entry of MA-06', () => {
  expect(may(editorOfCasablanca, 'proposal.edit', own)).toBe(true)
})

test('an editor of MA-06 moves no entry from or to another region', () => {
  expect(may(editorOfCasablanca, 'proposal.edit', { ...own, regions: ['MA-06', 'MA-01'] })).toBe(
    false,
  )
})

test('an editor does not see what another editor has not published', () => {
  expect(may(editorOfCasablanca, 'proposal.read', others)).toBe(false)
})

test('nobody accepts their own entry, an admin neither', () => {
  expect(may(reviewer, 'proposal.review', own)).toBe(false)
  expect(may(admin, 'proposal.review', own)).toBe(false)
  expect(may(reviewer, 'proposal.review', others)).toBe(true)
})

test('the only account of an installation accepts its own entry', () => {
  expect(may(admin, 'proposal.review', { ...own, alone: true })).toBe(true)
})

test('an auditor reads everything and writes nothing', () => {
  const auditor: Asking = { actor: 'auditor', region: null }
  expect(may(auditor, 'change.read', others)).toBe(true)
  expect(may(auditor, 'proposal.read', others)).toBe(true)
  expect(may(auditor, 'proposal.create', own)).toBe(false)
  expect(may(auditor, 'proposal.review', others)).toBe(false)
})

test('an account hands on no more than it may do itself', () => {
  expect(covers('reviewer', 'editor')).toBe(true)
  expect(covers('editor', 'editor')).toBe(true)
  expect(covers('admin', 'auditor')).toBe(true)
  expect(covers('editor', 'reviewer')).toBe(false)
  expect(covers('reviewer', 'auditor')).toBe(false)
  expect(covers('auditor', 'editor')).toBe(false)
})

test('without the second factor it needs, a reviewer or an admin enters but decides nothing', () => {
  expect(withoutSecondFactor('admin')).toBe('editor')
  expect(withoutSecondFactor('reviewer')).toBe('editor')
  expect(withoutSecondFactor('auditor')).toBe('auditor')
})
