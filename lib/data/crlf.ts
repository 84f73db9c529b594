import { Transform } from 'node:stream'

const QUOTE = 0x22
const LF = 0x0a
const CR = 0x0d

/** Ends every record with CRLF; a line break inside quotes is the text's own and stays (RFC 4180). */
export function crlf(): Transform {
  let quoted = false
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const out = Buffer.allocUnsafe(chunk.length * 2)
      let length = 0
      for (const byte of chunk) {
        if (byte === QUOTE) quoted = !quoted
        else if (byte === LF && !quoted) out[length++] = CR
        out[length++] = byte
      }
      done(null, out.subarray(0, length))
    },
  })
}
