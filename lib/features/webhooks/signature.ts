import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/** What sealing secrets of webhooks is named (lib/seal). */
export const PURPOSE = 'webhook'

/** A secret as its receiver is given it (Standard Webhooks). */
export function printSecret(secret: Buffer): string {
  return `${PREFIX}${secret.toString('base64')}`
}

/** The headers that prove who sent a body, and when: HMAC-SHA-256 over id, seconds and the exact body (Standard Webhooks). */
export function signedHeaders(
  secret: Buffer,
  { id, seconds, body }: { id: string; seconds: number; body: string },
): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  }
}
