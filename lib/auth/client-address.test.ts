import { expect, test } from 'vitest'
import { clientAddress, clientNetwork } from './client-address'

test.each([
  ['a direct connection, whatever it claims', '203.0.113.9', '10.0.0.1', '203.0.113.9'],
  ['a proxy on this machine', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['a proxy that appends to a forged list', '10.1.2.3', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
  ['an IPv4 peer in IPv6 notation', '::ffff:203.0.113.9', '', '203.0.113.9'],
  ['nonsense from a proxy', '::1', '<script>', '::1'],
  ['nothing at all', '', '', 'unknown'],
])('%s', (_, peer, forwarded, expected) => {
  const headers = new Headers({ 'x-pledgebook-peer': peer, 'x-forwarded-for': forwarded })
  expect(clientAddress(headers)).toBe(expected)
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::ffff:cb00:7109', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::'],
  ['2001:db8:1:3::1', '2001:db8:1:3::'],
  ['', 'unknown'],
])('%s is counted as %s', (peer, expected) => {
  expect(clientNetwork(new Headers({ 'x-pledgebook-peer': peer }))).toBe(expected)
})
