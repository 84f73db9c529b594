'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/(desk)/form-action'
import type { FormState } from '@/components/forms/form-state'
import { unsubscribe } from '@/lib/features/schedules/unsubscribe'

/** Takes the address of a mail's link off the list. */
export async function leave(state: FormState, form: FormData): Promise<FormState> {
  return formAction(state, form, async ({ token = '' }) => {
    await unsubscribe(token)
    revalidatePath('/unsubscribe/[token]', 'page')
    return {}
  })
}
