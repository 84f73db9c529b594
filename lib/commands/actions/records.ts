import { headersWith, signedIn, testAccount } from '@/lib/auth/testing/accounts'
import { accountViewer, type Viewer } from '@/lib/auth/viewer'
import type { Region, Role } from '@/lib/domain/types'
import { acceptProposal } from '@/lib/features/proposals/accept-proposal'
import { createProposal } from '@/lib/features/proposals/create-proposal'
import type { AcceptedStamp, ProposalStamp } from '@/lib/features/proposals/proposal'
import { parsePayload } from '@/lib/schemas/proposal'
import type { About, Asker } from './step'

export const clock = Date.now

/** The accounts that enter and accept what is neither the asking account's nor anybody else's business. */
export interface Others {
  author: string
  reviewer: Viewer
  admin: Viewer
}

let others: Promise<Others> | undefined

async function makeOthers(): Promise<Others> {
  const [author, reviewer, admin] = await Promise.all(
    (['editor', 'reviewer', 'admin'] as const).map((role) => testAccount(role)),
  )
  if (!author || !reviewer || !admin) throw new Error('no accounts')
  const viewer = (id: string, role: Role) => accountViewer({ id, role, region: null })
  return {
    author: author.id,
    reviewer: viewer(reviewer.id, 'reviewer'),
    admin: viewer(admin.id, 'admin'),
  }
}

export function theOthers(): Promise<Others> {
  others ??= makeOthers()
  return others
}

let number = 0

/** A number that no other record of the run has. */
export function another(): number {
  number += 1
  return number
}

/** The columns of a new agreement of a company of its own, whose deadline leaves it owing a report. */
export function cellsOf(region: Region): Record<string, string> {
  const company = `Company ${another()}`
  return {
    ...{ title: `A plant of ${company}`, type: 'mou', binding: 'unknown', company, region },
    ...{ signed_on: '2024-01-15', sector: 'rail', jobs_measure: 'net_new_jobs', jobs: '10' },
    ...{ jobs_scope: 'direct', deadline: 'by 2027', amount_missing: 'not_stated' },
    ...{ lifecycle: 'signed', source_url: 'https://example.org/a' },
  }
}

/** With an editor's right for every region, whatever the account has. */
export async function authorOf(asker: Asker, { own }: About): Promise<Viewer> {
  const id = own ? asker.id : (await theOthers()).author
  return accountViewer({ id, role: 'editor', region: null })
}

/** A draft or a submission of the asking account, or of somebody else. */
export async function proposal(
  asker: Asker,
  about: About,
  submit: boolean,
): Promise<ProposalStamp & { cells: Record<string, string> }> {
  const cells = cellsOf(about.region)
  const viewer = await authorOf(asker, about)
  const made = { viewer, kind: 'agreement' as const, reference: null, submit, clock }
  return {
    ...(await createProposal({ ...made, payload: parsePayload('agreement', cells) })),
    cells,
  }
}

/** An agreement that the asking account, or somebody else, entered and a third accepted: whoever entered it looks after it. */
export async function published(
  asker: Asker,
  about: About,
): Promise<AcceptedStamp & { owner: string; company: string }> {
  const { id, version, cells } = await proposal(asker, about, true)
  const { author, reviewer } = await theOthers()
  const accepted = await acceptProposal({ viewer: reviewer, id, version, clock })
  const owner = about.own ? asker.id : author
  return { ...accepted, owner, company: cells.company ?? '' }
}

/** An account with the cookie of its signed-in browser. */
export async function browserOf(
  role: Role,
  region: Region | null = null,
): Promise<{ id: string; email: string; headers: Headers; cookie: string }> {
  const account = await signedIn(role, { region })
  return { ...account, cookie: account.headers.get('cookie') ?? '' }
}

export const cookieOf = (cookies: Parameters<typeof headersWith>[0]): string =>
  headersWith(cookies).get('cookie') ?? ''
