import 'server-only'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Outcome } from '@/lib/data/webhook-deliveries'
import { AddressRefused, hostOf, isPublicAddress, publicLookup } from './receiver'

const WITHIN_MS = 10_000
const MOST_HEADER_BYTES = 16_384
/** Of an answer only this much is read and kept. */
const EXCERPT_BYTES = 1_000

/** The beginning of an answer; the rest is never read. */
async function excerptOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= EXCERPT_BYTES) break // leaving the loop closes the connection
  }
  const text = Buffer.concat(chunks).subarray(0, EXCERPT_BYTES).toString()
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD')
}

function answerTo(url: URL, headers: Record<string, string>, body: string, signal: AbortSignal) {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise<IncomingMessage>((answered, fail) => {
    const options = {
      ...{ method: 'POST', headers, signal, lookup: publicLookup },
      ...{ agent: false, maxHeaderSize: MOST_HEADER_BYTES },
    }
    request(url, options, answered).on('error', fail).end(body)
  })
}

function failureOf(error: unknown): string {
  if (error instanceof AddressRefused) return 'address_refused'
  if (!(error instanceof Error)) throw error
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  return 'code' in error ? String(error.code) : error.name
}

/** Sends a body to a receiver and says what came of it: no redirect is followed, and neither time nor size is the receiver's to choose. Never throws for what the receiver does. */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
): Promise<Outcome> {
  const began = performance.now()
  const outcome = (rest: Omit<Outcome, 'milliseconds'>): Outcome => ({
    milliseconds: Math.round(performance.now() - began),
    ...rest,
  })
  const url = new URL(address)
  const host = hostOf(url)
  const signal = AbortSignal.timeout(WITHIN_MS)
  try {
    // A socket resolves names only: an address is judged here.
    if (isIP(host) !== 0 && !isPublicAddress(host))
      throw new AddressRefused(`${host} is not a public address`)
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const answer = await answerTo(url, { ...headers, ...length }, body, signal)
    const excerpt = await excerptOf(answer).catch(() => '') // the status has been said already
    return outcome({ status: answer.statusCode ?? 0, failure: null, excerpt })
  } catch (error) {
    return outcome({ status: null, failure: failureOf(error), excerpt: null })
  }
}
