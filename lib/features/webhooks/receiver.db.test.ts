import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { accountViewer } from '@/lib/auth/viewer'
import { disconnect } from '@/lib/data/client'
import { InvalidInput } from '@/lib/errors'
import { createWebhook } from './create-webhook'
import { post } from './post'
import { isPublicAddress } from './receiver'

afterAll(disconnect)

const PRIVATE = [
  ...['127.0.0.1', '127.9.9.9', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254'],
  ...['100.64.0.1', '0.0.0.0', '255.255.255.255', '224.0.0.1', '198.18.0.1', '240.0.0.1'],
  ...['::1', '::', 'fe80::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1', '::ffff:127.0.0.1'],
  ...['::ffff:a9fe:a9fe', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', 'nonsense'],
]

test.each(PRIVATE)('%s is no address of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

const admin = accountViewer({ id: 'admin', role: 'admin', region: null })

test.each([
  ['https://localhost/hook', 'webhook_private'],
  ['https://127.0.0.1/hook', 'webhook_private'],
  ['https://2130706433/hook', 'webhook_private'],
  ['https://0x7f.1/hook', 'webhook_private'],
  ['https://[::1]/hook', 'webhook_private'],
  ['https://[::ffff:169.254.169.254]/latest', 'webhook_private'],
  ['https://nowhere.invalid/hook', 'webhook_unresolved'],
  ['http://example.org/hook', 'webhook_https'],
])('%s is refused when it is saved', async (address, code) => {
  const { href: url } = new URL(address)
  const made = createWebhook({ viewer: admin, url, events: ['report.accepted'] })
  await expect(made).rejects.toEqual(new InvalidInput([{ path: 'url', code }]))
})

test('a name that leads to this machine by now is refused when it is connected to, and nobody is asked', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    response.end()
  })
  await new Promise<void>((listening) => server.listen(0, listening))
  const { port } = server.address() as AddressInfo
  for (const host of ['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]'])
    expect(await post(`http://${host}:${port}/`, {}, '{}')).toMatchObject({
      ...{ status: null, failure: 'address_refused' },
    })
  expect(asked).toBe(0)
  server.close()
})
