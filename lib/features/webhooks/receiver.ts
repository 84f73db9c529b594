import 'server-only'
import { type LookupAddress, lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { env } from '@/lib/env'

/** The address of a receiver is not one of the public internet. */
export class AddressRefused extends Error {}

/**
 * Whether an address belongs to the public internet: not private, loopback, link-local (where clouds keep their metadata),
 * shared, reserved, multicast, nor an IPv6 form that leads to an IPv4 address by itself. Tests may reach this machine.
 */
export function isPublicAddress(address: string, loopback = env().webhookLoopback): boolean {
  if (!ipaddr.isValid(address)) return false
  const range = ipaddr.process(address).range() // IPv4 within IPv6 counts as what it is
  return range === 'unicast' || (loopback && range === 'loopback')
}

/** The host of an address as sockets take it: IPv6 without brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

/** Resolves a name; AddressRefused where any of its addresses is not public. */
export function resolvePublic(host: string): Promise<LookupAddress[]> {
  return new Promise((done, fail) => {
    resolve(host, { all: true }, (error, addresses) => {
      if (error) fail(error)
      else if (addresses.every(({ address }) => isPublicAddress(address))) done(addresses)
      else fail(new AddressRefused(`${host} is not a public address`))
    })
  })
}

/** What a socket resolves a name with: it connects to the very address that was judged, so a name cannot be turned round in between. */
export const publicLookup: LookupFunction = (host, options, callback) => {
  resolvePublic(host).then(
    (addresses) => {
      const [first] = addresses
      if (!first) callback(new AddressRefused(`${host} has no address`), '')
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    },
    (error: NodeJS.ErrnoException) => callback(error, ''),
  )
}
