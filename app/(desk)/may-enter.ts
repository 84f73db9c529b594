import type { Viewer } from '@/lib/auth/viewer'
import { holds, may } from '@/lib/domain/permissions'
import type { Region } from '@/lib/domain/types'

/** Whether somebody may enter anything of a region, or anything at all: what decides if a form is offered. The verbs decide again. */
export function mayEnter({ actor, region }: Viewer, about?: Region): boolean {
  if (actor === 'nobody') return false
  if (about === undefined) return holds(actor, 'proposal.create')
  const reached = { own: true, alone: false, regions: [about] }
  return may({ actor, region }, 'proposal.create', reached)
}
