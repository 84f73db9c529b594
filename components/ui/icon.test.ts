import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ICONS } from './icon'

test('every icon that can be named is drawn, and none is drawn for nobody', () => {
  const drawn = readFileSync('public/icons.svg', 'utf8').matchAll(/<symbol id="([^"]+)"/g)
  expect([...drawn].map(([, id]) => id)).toEqual([...ICONS])
})
