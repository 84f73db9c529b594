/** npm hands a Ctrl-C on that the terminal has sent to us as well: one wish, two signals. */
const ECHO_MS = 1_000

/** How often to look whether npm is still there. */
const LOOK_EVERY_MS = 500

/** Resolves with the first SIGINT, SIGTERM or SIGHUP, or when npm, our parent, was killed. A second one, unless an echo, ends the process at once; PostgreSQL recovers from that. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let heardAt: number | undefined
    const hear = (signal: NodeJS.Signals) => {
      if (heardAt !== undefined && performance.now() - heardAt > ECHO_MS) process.exit(1)
      heardAt ??= performance.now()
      resolve(signal)
    }
    const parent = process.ppid
    const underNpm = process.env.npm_lifecycle_event !== undefined
    const look = () => process.ppid !== parent && resolve('SIGTERM')
    if (underNpm) setInterval(look, LOOK_EVERY_MS).unref()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear)
  })
}
