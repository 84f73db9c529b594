import { notFound } from 'next/navigation'
import { NotFound } from '@/lib/errors'

/** What a verb finds, or the page that says that there is no such record. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof NotFound) notFound()
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
