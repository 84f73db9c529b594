import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

/** Where a production build says of which sources it was made (lib/commands/build.ts); the same on every instance. */
export const BUILD_STAMP = '.next/pledgebook-build'

let kept: string | undefined

/** Which program answers. Without a production build it is another one in each process, so that nothing is taken for current. */
export function build(): string {
  kept ??= existsSync(BUILD_STAMP) ? readFileSync(BUILD_STAMP, 'utf8') : randomUUID()
  return kept
}
