import { expect, test } from 'vitest'
import { apiText } from '@/lib/api-text'
import { breakText } from './break-text'

const on = (locale: 'en' | 'fr' | 'ar') => {
  const t = apiText(locale)
  return (key: Parameters<Parameters<typeof breakText>[0]>[0], values: Record<string, number>) =>
    t(`audit.${key}`, values)
}

test.each([
  ['changed', 40, 40, 'Change 40 was changed, or 39 together with its hash.'],
  ['hash', 40, 40, 'Change 40 has another hash than was written.'],
  ['removed', 40, 40, 'Change 40 was removed.'],
  ['removed', 40, 42, 'Changes 40 to 42 were removed.'],
  ['cut', 40, 40, 'Before change 40 one was removed, and the rest renumbered.'],
  ['inserted', 1040, 1040, 'Change 1040 was inserted.'],
  ['exchanged', 40, 41, 'Changes 40 and 41 stand in each other’s place.'],
] as const)('%s %i to %i is named on /admin/audit', (kind, seq, to, words) => {
  expect(breakText(on('en'), { kind, seq, to })).toBe(words)
  for (const locale of ['fr', 'ar'] as const)
    expect(breakText(on(locale), { kind, seq, to })).toContain(String(seq))
})
