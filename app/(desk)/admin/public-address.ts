import { headers } from 'next/headers'
import { env } from '@/lib/env'

/** The address of a page for a letter to somebody: the public one, else the one that the administrator has open. */
export async function publicAddress(path: string): Promise<string> {
  const { url, port } = env()
  const host = (await headers()).get('host') ?? `127.0.0.1:${port}`
  return `${url ?? `http://${host}`}${path}`
}
