import { notFound } from 'next/navigation'
import { InvalidInput, NotFound } from '@/lib/errors'

/**
 * What a verb finds, or the page that says that there is no such thing. proxy.ts has refused what cannot be read, so
 * what a verb still refuses leads nowhere: a company that does not exist, the continuation of another list.
 */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotFound || error instanceof InvalidInput) notFound()
    throw error
  }
}

/** What a verb finds, or null where there is no such record: for the title of a page, which may not answer 404 itself. */
export async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}
