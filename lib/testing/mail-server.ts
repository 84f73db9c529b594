import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Received extends Email {
  /** Whom the envelope named: what decides where a letter goes. */
  recipients: string[]
}

/** A mail server of one's own on a free port: what it took stands in `received`; it refuses the recipients in `refused` for good, and those in `busy` for now. */
export async function startMailServer(onReceived: (letter: Received) => void = () => undefined) {
  const received: Received[] = []
  const refused = new Set<string>()
  const busy = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'book' && password === 'right'
        ? done(null, { user: username })
        : done(new Error('unknown name or password')),
    onRcptTo({ address }, _session, done) {
      if (refused.has(address))
        done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
      else if (busy.has(address))
        done(Object.assign(new Error('try again later'), { responseCode: 451 }))
      else done()
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const email = await PostalMime.parse(Buffer.concat(chunks))
        const letter = { ...email, recipients: envelope.rcptTo.map(({ address }) => address) }
        received.push(letter)
        onReceived(letter)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.server.address()
  if (address === null || typeof address === 'string')
    throw new Error('the mail server has no port')
  return {
    port: address.port,
    received,
    refused,
    busy,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
