import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Set by lib/commands/supervised.mjs from the socket: who is really connected, whatever the request says. */
export const PEER_HEADER = 'x-pledgebook-peer'
/** Our own word for the client's address, for better-auth. */
export const CLIENT_HEADER = 'x-pledgebook-client'

const NEAR = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i

// In the shortest form; IPv4 that IPv6 carries is what it is.
function plain(address: string): string {
  const text = address.trim()
  return isIP(text) ? ipaddr.process(text).toString() : text
}

/**
 * The address that a request comes from: of the connection, or, where that is a proxy on this machine or network, the
 * last one that the proxy wrote down. What a client claims about itself stands before it and is not believed.
 */
export function clientAddress(headers: Headers): string {
  const peer = plain(headers.get(PEER_HEADER) ?? '')
  if (peer !== '' && !NEAR.test(peer)) return peer
  const forwarded = plain((headers.get('x-forwarded-for') ?? '').split(',').at(-1) ?? '')
  return isIP(forwarded) ? forwarded : peer || 'unknown'
}

/**
 * What counts as one client where calls and attempts are counted: an IPv4 address, or the /64 of an IPv6 address, since one
 * subscriber has all the addresses of it.
 */
export function clientNetwork(headers: Headers): string {
  const address = clientAddress(headers)
  return isIP(address) === 6
    ? ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()
    : address
}

/** The same headers with the client's address under our own name, which nobody outside can set. */
export function withClientAddress(headers: Headers): Headers {
  const copy = new Headers(headers)
  copy.set(CLIENT_HEADER, clientAddress(headers))
  return copy
}
