'use server'
import type { FoundOrganisation } from '@/components/entry/organisation'
export async function findOrganisations(
  _t: string,
  _k: 'company' | 'government',
): Promise<FoundOrganisation[]> {
  return []
}
