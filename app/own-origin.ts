import { headers } from 'next/headers'
import { env } from '@/lib/env'
import { refuseForeignOrigin } from '@/lib/origin'

/** First line of every action: throws ForeignOrigin unless a page of ours sent it. proxy.ts says the same earlier, but can be passed by. */
export async function requireOwnOrigin(): Promise<void> {
  refuseForeignOrigin(await headers(), env().url)
}
