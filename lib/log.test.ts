import { expect, test } from 'vitest'
import { createLog } from './log'

function written(level: Parameters<typeof createLog>[0]) {
  const lines: string[] = []
  return { lines, log: createLog(level, { write: (line) => void lines.push(line) }) }
}

test('secrets are blotted out wherever they stand, the rest stays', () => {
  const { lines, log } = written('info')
  log.info({ password: 'p1', headers: { cookie: 'c1', host: 'h' }, a: { b: { token: 't1' } } }, 'x')
  expect(lines.join()).not.toMatch(/p1|c1|t1/)
  expect(lines.join()).toContain('"host":"h"')
})

test('an error keeps its message, its stack and what caused it', () => {
  const { lines, log } = written('error')
  log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed')
  expect(lines.join()).toMatch(/outer.*inner/s)
})

test('LOG_LEVEL warn keeps information back', () => {
  const { lines, log } = written('warn')
  log.info('quiet')
  log.warn('loud')
  expect(lines).toHaveLength(1)
})
