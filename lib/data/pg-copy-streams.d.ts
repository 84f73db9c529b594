declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** The bytes of a `COPY … TO STDOUT`. */
  interface CopyTo extends Readable, Submittable {
    rowCount: number
    callback?: () => void
    query_timeout?: number
  }

  /** Takes the bytes of a `COPY … FROM STDIN`. */
  interface CopyFrom extends Writable, Submittable {
    rowCount: number
  }

  export function to(sql: string): CopyTo
  export function from(sql: string): CopyFrom
}
