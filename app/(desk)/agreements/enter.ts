'use server'

import { redirect } from 'next/navigation'
import { requireOwnOrigin } from '@/app/own-origin'
import type { EntryState } from '@/components/entry/state'
import { answerOf } from './entry-steps'

/** Everything that an entry form asks: keep, submit, resolve a conflict, one more row, accept what an article says. What was typed comes back with the answer, whatever it is. */
export async function enter(before: EntryState, form: FormData): Promise<EntryState> {
  await requireOwnOrigin()
  const answer = await answerOf(before, form)
  // A browser without JavaScript cannot follow `next` by itself.
  if (answer.next !== null && form.get('scripted') === null) redirect(answer.next)
  return answer
}
