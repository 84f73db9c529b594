import { afterEach, beforeEach, expect, vi } from 'vitest'

// A complaint on the console is a failure that no assertion saw. A test that expects one spies on console.error itself.
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  const spy = vi.mocked(console.error)
  const calls = spy.mock.calls.map((call) => call.map(String).join(' '))
  spy.mockRestore()
  expect(calls, 'console.error was called').toEqual([])
})
