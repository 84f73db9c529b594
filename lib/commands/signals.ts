/** npm hands a Ctrl-C on that the terminal has sent to us as well: one wish, two signals. */
const ECHO_MS = 1_000

/** Resolves with the first SIGINT, SIGTERM or SIGHUP. A second one, unless an echo, ends the process at once; PostgreSQL recovers from that. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let heardAt: number | undefined
    const hear = (signal: NodeJS.Signals) => {
      if (heardAt !== undefined && performance.now() - heardAt > ECHO_MS) process.exit(1)
      heardAt ??= performance.now()
      resolve(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear)
  })
}
