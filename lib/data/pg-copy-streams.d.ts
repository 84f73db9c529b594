declare module 'pg-copy-streams' {
  import type { Readable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** The bytes of a `COPY … TO STDOUT`. */
  interface CopyTo extends Readable, Submittable {
    callback?: () => void
    query_timeout?: number
  }

  export function to(sql: string): CopyTo
}
