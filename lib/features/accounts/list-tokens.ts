import { authorise, type Viewer } from '@/lib/auth/viewer'
import { allTokens, type ListedToken } from '@/lib/data/api-tokens'

/** Every token without its secret, living ones first. Throws Forbidden. */
export async function listTokens(viewer: Viewer): Promise<ListedToken[]> {
  authorise(viewer, 'token.manage')
  return allTokens()
}
