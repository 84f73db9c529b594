// Preloaded into the web server's process, which the launcher talks to over an IPC channel.

// A launcher that was killed takes the server with it; left alone it would hold the port.
process.once('disconnect', () => process.exit(1))

// Read by lib/features/health: readiness answers 503 from here on, while requests are still served.
process.on('message', (message) => {
  if (message === 'drain') globalThis[Symbol.for('pledgebook.draining')] = true
})
