import type { Actor } from '@/lib/domain/permissions'
import type { Region } from '@/lib/domain/types'
import type { Viewer } from './viewer'

/** Puts the brand on; for this folder alone (a lint rule holds it). */
export function makeViewer(
  actor: Actor | 'nobody',
  name: string,
  region: Region | null = null,
): Viewer {
  return { actor, name, region } as Viewer // the brand exists for the compiler only
}
