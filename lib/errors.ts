/** One thing wrong with an input: where (a parameter, a field, a dotted path) and what, as a key of the `errors` messages with its values. */
export interface Problem {
  path: string
  code: string
  values?: Record<string, string | number>
}

/** Base of every error that a transport maps on purpose; anything else is a fault of ours. */
export abstract class LedgerError extends Error {
  abstract readonly status: number
}

export class InvalidInput extends LedgerError {
  readonly status = 400
  constructor(readonly problems: Problem[]) {
    super(problems.map((problem) => `${problem.path}: ${problem.code}`).join('; '))
  }
}

/** Nobody who may ask is asking: sign in, or send a token that is valid. */
export class Unauthenticated extends LedgerError {
  readonly status = 401
  constructor(readonly tokenRefused = false) {
    super(tokenRefused ? 'the token is not valid' : 'not signed in')
  }
}

export class TooManyAttempts extends LedgerError {
  readonly status = 429
  constructor(readonly retryAfterSeconds: number) {
    super(`too many attempts, again in ${retryAfterSeconds} s`)
  }
}

export class NotFound extends LedgerError {
  readonly status = 404
  constructor(
    readonly kind:
      | 'agreement'
      | 'company'
      | 'signatory'
      | 'target'
      | 'page'
      | 'account'
      | 'link'
      | 'token'
      | 'proposal'
      | 'change'
      | 'attachment'
      | 'webhook'
      | 'delivery'
      | 'report'
      | 'schedule'
      | 'mail'
      | 'import',
    readonly id: string,
  ) {
    super(`no ${kind} ${id}`)
  }
}

export class Forbidden extends LedgerError {
  readonly status = 403
  constructor(readonly permission: string) {
    super(`not permitted: ${permission}`)
  }
}

/** A change that was not sent from a page of ours. */
export class ForeignOrigin extends LedgerError {
  readonly status = 403
  constructor() {
    super('the request was not sent from a page of this site')
  }
}

/** One field that two people changed: what stands there now, and what was sent. */
export interface FieldConflict {
  path: string
  theirs: string
  yours: string
}

/** Somebody changed it meanwhile: nothing was written, and both versions are given field by field where they differ. */
export class Conflict extends LedgerError {
  readonly status = 409
  constructor(
    readonly currentVersion: number,
    readonly fields: readonly FieldConflict[] = [],
  ) {
    super(`changed meanwhile, now version ${currentVersion}`)
  }
}

/** What is asked for is not possible in the present state; `code` is a key of the `errors` messages. */
export class Refused extends LedgerError {
  readonly status = 409
  constructor(
    readonly code: string,
    readonly values: Problem['values'] = {},
  ) {
    super(`refused: ${code}`)
  }
}

/** More than is taken at once. */
export class TooLarge extends LedgerError {
  readonly status = 413
  constructor(readonly maximumBytes: number) {
    super(`more than ${maximumBytes} bytes`)
  }
}

/** The database does not answer: try again later. */
export class Unavailable extends LedgerError {
  readonly status = 503
  constructor(
    readonly retryAfterSeconds = 5,
    options?: ErrorOptions,
  ) {
    super('the database does not answer', options)
  }
}
