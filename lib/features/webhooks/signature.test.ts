import { expect, test } from 'vitest'
import { printSecret, signedHeaders } from './signature'

// The example of the Standard Webhooks specification's own libraries.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

test('a body is signed as the Standard Webhooks libraries verify it', () => {
  const secret = Buffer.from(SECRET.slice('whsec_'.length), 'base64')
  expect(printSecret(secret)).toBe(SECRET)
  expect(
    signedHeaders(secret, {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      seconds: 1_614_265_330,
      body: '{"test": 2432232314}',
    }),
  ).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})
