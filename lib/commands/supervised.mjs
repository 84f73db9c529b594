import { subscribe } from 'node:diagnostics_channel'

// Preloaded into the web server's process, which the launcher talks to over an IPC channel.

// A launcher that was killed takes the server with it; left alone it would hold the port.
process.once('disconnect', () => process.exit(1))

// Read by lib/features/health: readiness answers 503 from here on, while requests are still served.
process.on('message', (message) => {
  if (message === 'drain') globalThis[Symbol.for('pledgebook.draining')] = true
})

// Who is really connected, for lib/auth/client-address.ts: what a client sends under this name is written over.
subscribe('http.server.request.start', ({ request, socket }) => {
  request.headers['x-pledgebook-peer'] = socket.remoteAddress ?? ''
})
