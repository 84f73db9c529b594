import { listedBy } from '@/lib/address'
import { visitor } from '@/lib/auth/viewer'
import { env } from '@/lib/env'
import type { Problem } from '@/lib/errors'
import { problemsOfList } from '@/lib/features/agreements/problems-of-list'

/** Names in the address of a list that the book does not have. A private book tells a stranger nothing of its names. */
export async function problemsOfNames(path: string, query: URLSearchParams): Promise<Problem[]> {
  const { access } = env()
  const filters = listedBy(path, query)
  return access === 'private' || filters === null ? [] : problemsOfList(visitor(access), filters)
}
