/** After so many attempts nothing is sent any more, unless somebody asks for it. */
const MOST_ATTEMPTS = 8
const FIRST_WAIT_SECONDS = 10
const LONGEST_WAIT_SECONDS = 12 * 3600
const GROWTH = 4

/**
 * Seconds to wait after the n-th attempt failed: 10 s, then four times as long each time, 12 hours at most, shortened by up
 * to a half (`jitter` from 0 to 1), so that those that fell together are not all asked again at once. Null: give up.
 */
export function waitAfter(attempts: number, jitter: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null
  const full = Math.min(FIRST_WAIT_SECONDS * GROWTH ** (attempts - 1), LONGEST_WAIT_SECONDS)
  return Math.round(full * (1 - jitter / 2))
}
